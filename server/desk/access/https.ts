import type { AppContext } from '../../host.ts'

/** Browsers keep the desk's cookie only over HTTPS or on this very machine; elsewhere signing in cannot work. */
export function needsHttps(c: AppContext): boolean {
  const here = new URL(c.req.url)
  if (here.protocol === 'https:') return false
  if (/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(here.hostname)) return false
  // Behind a proxy that speaks HTTPS for us, the request itself arrives plain.
  const { publicOrigin } = c.var.settings
  return !(publicOrigin.startsWith('https:') && new URL(publicOrigin).host === here.host)
}
