import type { BrowserContext } from 'playwright-core'

/** Notes everything a page must not do: ask another host, break its own CSP, complain on the console. */
export function watch(context: BrowserContext, origin: string): string[] {
  const faults: string[] = []
  context.on('request', (request) => {
    const address = new URL(request.url())
    const inside = address.origin === origin || ['data:', 'blob:'].includes(address.protocol)
    if (!inside) faults.push(`asked another host: ${request.url()}`)
  })
  context.on('console', (message) => {
    if (message.type() !== 'error' || isExpected(message.text())) return
    faults.push(`${message.page()?.url() ?? ''} console: ${message.text()}`)
  })
  context.on('weberror', (error) => {
    faults.push(`${error.page()?.url() ?? ''} threw: ${error.error().message}`)
  })
  return faults
}

// The browser itself reports a page that rightly answers 422 or 404, and a network that a test has cut.
const isExpected = (text: string) =>
  /status of (404|410|422|403)/.test(text) || text.includes('ERR_INTERNET_DISCONNECTED')
