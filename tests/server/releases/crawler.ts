import { existsSync, readFileSync } from 'node:fs'
import type { DeskSite } from '../desk/desk-site.ts'
import { hasProgram, inFolder, pspp } from '../exports/programs.ts'
import { readWorkbook } from '../exports/read-workbook.ts'

const built = new URL('../../../dist/client/', import.meta.url).pathname

/** Everything that can be reached from the first page without an account: address and body, each once. */
export async function crawl(site: DeskSite): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const waiting = ['/', '/sitemap.xml', '/robots.txt', '/api/consultations/round']
  // Nothing of the site leads here: other sites do.
  waiting.push('/c/round/results/embed', '/c/round/results?no=1', '/c/round/results?no=2')
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (found.has(path)) continue
    const body = await read(site, path)
    found.set(path, body)
    for (const link of linksIn(body, path)) if (!found.has(link)) waiting.push(link)
  }
  return found
}

async function read(site: DeskSite, path: string): Promise<string> {
  const file = built + (path.split('?')[0] ?? '').slice(1)
  if (/\.\w+$/.test(path.split('?')[0] ?? '') && existsSync(file)) return readFileSync(file, 'utf8')
  const answer = await site.app.request(site.origin + path)
  const to = answer.headers.get('location')
  if (to) return `<a href="${to}">`
  const bytes = new Uint8Array(await answer.arrayBuffer())
  return answer.status === 200 ? opened(path, bytes) : new TextDecoder().decode(bytes)
}

/** What a file tells whoever opens it with the program it is for. */
async function opened(path: string, bytes: Uint8Array): Promise<string> {
  if (path.endsWith('.xlsx')) return [...readWorkbook(bytes).values()].flat(2).join('\n')
  if (!path.endsWith('.sav')) return new TextDecoder().decode(bytes)
  if (!hasProgram('pspp')) return ''
  return inFolder({ 'r.sav': bytes }, (folder) => {
    pspp(folder, "GET FILE='r.sav'.\nSAVE TRANSLATE /OUTFILE='r.csv' /TYPE=CSV /CELLS=VALUES.")
    return readFileSync(`${folder}/r.csv`, 'utf8')
  })
}

// Whatever looks like an address of this site, in pages, styles, scripts, feeds and files.
function linksIn(body: string, at: string): string[] {
  const here = new URL(at, 'https://forest.example')
  const quoted = [
    ...body.matchAll(/(?:href|src|action|poster|data-[\w-]+)="([^"]*)"/g),
    ...body.matchAll(/url\(["']?([^)"']+)/g),
    ...body.matchAll(/sourceMappingURL=(\S+)/g),
    ...body.matchAll(/"(\/[a-z][\w/.-]*)"/g),
    ...body.matchAll(/"(https:\/\/forest\.example[^"]*)"/g),
  ]
  return quoted.flatMap(([, link = '']) => {
    if (link.startsWith('#')) return []
    const url = URL.canParse(link, here) ? new URL(link.replaceAll('&amp;', '&'), here) : undefined
    if (url?.origin !== here.origin) return []
    // The large print, other languages and the draft's own id repeat the same pages without end.
    for (const name of ['lang', 'mode', 'size', 'via', 'm']) url.searchParams.delete(name)
    return [url.pathname + url.search]
  })
}

/**
 * Every whole number of two figures and more that a body tells: text, what is read aloud instead of pictures, and
 * how long bars are drawn. Where things stand on a drawing is no number of anything.
 */
export function numbersIn(body: string): Set<number> {
  const isPage = /^<!doctype html>/i.test(body)
  const told = isPage
    ? textOf(body).replace(/(\d),(?=\d{3}\b)/g, '$1')
    : body.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z|xmlns="[^"]*"/g, '')
  return new Set((told.match(/\d+/g) ?? []).map(Number).filter((number) => number > 9))
}

function textOf(page: string): string {
  const drawn = [...page.matchAll(/M0 1L(\d+) 0V9L0 10z|width="(\d+)%"/g)]
  const aloud = [...page.matchAll(/(?:alt|title|aria-label|content)="([^"]*)"/g)]
  const text = page
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#?\w+;/g, ' ')
  return [text, ...drawn.flat(), ...aloud.map(([, said]) => said)].join(' ')
}
