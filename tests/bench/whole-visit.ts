import { connect, createServer } from 'node:net'
import type { Page } from 'playwright-core'
import { openBrowserApart, takePhone } from '../e2e/browser.ts'
import { walkOn } from '../walk-to.ts'
import { amount, type Figure } from './figures.ts'

/** What other survey tools make a phone fetch for one questionnaire of fifteen questions, brotli. */
const peers = [
  ['plain HTML', 1_600],
  ['GOV.UK Forms', 89_700],
  ['Formbricks', 223_000],
  ['Enketo', 248_000],
  ['SurveyJS', 301_000],
  ['LimeSurvey', 759_000],
] as const

const limit = 60_000

/** Everything a phone downloads from the mailbox's code to the questionnaire, pictures and all. */
export async function wholeVisitFigures(origin: string): Promise<Figure[]> {
  const visits = [
    ['adult edition', '/c/huicheng/adult?m=HC1A'],
    ['child edition', '/c/huicheng/child?m=HC1A&step=questions'],
  ] as const
  const figures: Figure[] = []
  for (const [name, path] of visits) {
    const { bytes, asked } = await download(origin, ['/m/HC1A', await walkOn(origin, path)])
    figures.push({
      name: `${name}, cover included`,
      value: `${amount(bytes)} of ${amount(limit)} bytes in ${asked.length} requests`,
      detail: asked.map((file) => file.replace(/^\/assets\/|-[\w-]{8}(?=\.js)/g, '')).join(' '),
      holds: bytes <= limit,
    })
  }
  figures.push({
    name: 'others, one questionnaire',
    value: peers.map(([name, bytes]) => `${name} ${(bytes / 1000).toFixed(1)} kB`).join(' · '),
  })
  return figures
}

/** A real phone opens the pages, and whatever comes down the wire is counted, whoever asked for it. */
async function download(origin: string, pages: string[]) {
  const { port } = new URL(origin)
  let bytes = 0
  const asked: string[] = []
  const wire = createServer((phone) => {
    const server = connect(Number(port), 'localhost')
    phone.on('data', (sent) => {
      const file = /^GET (\S+)/.exec(sent.toString('latin1'))?.[1]
      if (file) asked.push(file)
    })
    server.on('data', (received) => {
      bytes += received.length
    })
    phone.pipe(server).pipe(phone)
    for (const end of [phone, server]) end.on('error', () => phone.destroy())
  })
  await new Promise<void>((resolve) => wire.listen(0, 'localhost', resolve))
  const browser = await openBrowserApart()
  try {
    const phone = await (await takePhone(browser)).newPage()
    for (const path of pages) await openAndRest(phone, `http://localhost:${portOf(wire)}${path}`)
  } finally {
    await browser.close()
    wire.close()
  }
  return { bytes, asked }
}

async function openAndRest(phone: Page, address: string) {
  await phone.goto(address, { waitUntil: 'networkidle' })
  // The service worker comes after all else.
  await phone.waitForFunction('navigator.serviceWorker.ready.then(Boolean)')
  await phone.waitForTimeout(500)
}

function portOf(wire: ReturnType<typeof createServer>): number {
  const address = wire.address()
  if (!address || typeof address === 'string') throw new Error('no port')
  return address.port
}
