import { describeContract } from './contract.ts'
import { openNodeHost } from './node-host.ts'

describeContract('on one machine with a file', () => openNodeHost())
