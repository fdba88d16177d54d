import { describe } from 'vitest'
import { hasSqld } from '../db/sqld.ts'
import { describePhotos } from '../server/files/photo-contract.ts'
import { openWorkerHost } from './worker-host.ts'

describe.skipIf(!hasSqld())('the built worker', () => {
  describePhotos('on the Workers runtime with an R2 bucket', () => openWorkerHost())
})
