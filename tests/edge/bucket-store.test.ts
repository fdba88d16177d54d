import { Miniflare } from 'miniflare'
import { afterAll } from 'vitest'
import { type Bucket, openBucket } from '../../server/files/bucket-store.ts'
import { describeFileStore } from '../server/files/file-store-contract.ts'

const runtime = new Miniflare({
  ...{ modules: true, script: 'export default {}', host: '127.0.0.1' },
  ...{ r2Buckets: ['FILES'], compatibilityDate: '2026-04-01' },
})
afterAll(() => runtime.dispose())

describeFileStore('in an R2 bucket', async () =>
  openBucket((await runtime.getR2Bucket('FILES')) as unknown as Bucket),
)
