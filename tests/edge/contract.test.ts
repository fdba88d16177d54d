import { describe } from 'vitest'
import { hasSqld } from '../db/sqld.ts'
import { describeContract } from '../server/contract/contract.ts'
import { openWorkerHost } from './worker-host.ts'

describe.skipIf(!hasSqld())('the built worker', () => {
  describeContract('on the Workers runtime with a libSQL server', () => openWorkerHost())
})
