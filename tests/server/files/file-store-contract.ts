import { describe, expect, test } from 'vitest'
import type { FileStore } from '../../../server/files/file-store.ts'

const id = '0123456789abcdef0123456789abcdef'

/** What holds wherever files are kept. */
export function describeFileStore(where: string, open: () => Promise<FileStore> | FileStore): void {
  describe(where, () => {
    test('what was kept comes back byte for byte', async () => {
      const store = await open()
      const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => (i * 31) % 256)
      await store.put(id, bytes)
      expect(await store.get(id)).toEqual(bytes)
    })

    test('what was never kept is not there', async () => {
      const store = await open()
      expect(await store.get('f'.repeat(32))).toBeUndefined()
    })

    test('a deleted file is gone, and deleting it again harms nothing', async () => {
      const store = await open()
      await store.put(id, new Uint8Array([1]))
      await store.delete(id)
      await store.delete(id)
      expect(await store.get(id)).toBeUndefined()
    })

    test('the same file kept twice is there once', async () => {
      const store = await open()
      await Promise.all([store.put(id, new Uint8Array([7])), store.put(id, new Uint8Array([7]))])
      expect(await store.get(id)).toEqual(new Uint8Array([7]))
    })

    test.each(['../../etc/passwd', 'a', '', 'ABCDEFABCDEFABCDEF', `${id}/x`, `${id}.png`])(
      '%j is no name of a file',
      async (name) => {
        const store = await open()
        await expect(store.put(name, new Uint8Array([1]))).rejects.toThrow()
        await expect(store.get(name)).rejects.toThrow()
        await expect(store.delete(name)).rejects.toThrow()
      },
    )
  })
}
