import { Hono } from 'hono'
import { findFile } from '../../db/files.ts'
import { isFileId } from '../files/file-store.ts'
import { isNamed, sendFile } from '../files/send-file.ts'
import type { AppEnv } from '../host.ts'

/** What everyone may see and hear: recordings, plans, images, and photos that were approved. */
export const fileRoutes = new Hono<AppEnv>().get('/f/:file', async (c) => {
  const [id = '', ending = ''] = c.req.param('file').split('.')
  const file = isFileId(id) ? await findFile(c.get('store'), id) : undefined
  const shown = file?.state === 'public' || file?.state === 'approved'
  return file && shown && isNamed(file, ending) ? sendFile(c, file) : c.notFound()
})
