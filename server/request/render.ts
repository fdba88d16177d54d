import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { AppContext } from '../host.ts'

/** Answers with a whole page; hono/jsx alone would leave out the doctype. */
export async function render(
  c: AppContext,
  page: string | Promise<string>,
  status: ContentfulStatusCode = 200,
) {
  return c.html(`<!doctype html>${await page}`, status)
}
