import { amount, type Figure } from './figures.ts'
import { bytesOnTheWire } from './weights.ts'

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
    const files = await filesOf(origin, ['/m/HC1A', path])
    const bytes = await Promise.all(files.map((file) => bytesOnTheWire(origin + file)))
    const total = bytes.reduce((sum, size) => sum + size, 0)
    figures.push({
      name: `${name}, cover included`,
      value: `${amount(total)} of ${amount(limit)} bytes in ${files.length} requests`,
      holds: total <= limit,
    })
  }
  figures.push({
    name: 'others, one questionnaire',
    value: peers.map(([name, bytes]) => `${name} ${(bytes / 1000).toFixed(1)} kB`).join(' · '),
  })
  return figures
}

/** These pages and all they ask for, and what their scripts ask for in turn. */
async function filesOf(origin: string, pages: string[]): Promise<string[]> {
  const found = new Set(pages)
  // A set that grows while it is walked is walked to its new end.
  for (const file of found) {
    const answer = await fetch(origin + file)
    const type = answer.headers.get('content-type') ?? ''
    if (!/html|javascript/.test(type)) continue
    const text = await answer.text()
    const wanted = type.includes('html')
      ? text.matchAll(/<(?:script|img|link|source|audio)[^>]* (?:src|href)="([^"]+)"/g)
      : text.matchAll(/["'`](\.?\/[\w/.-]+\.js)["'`]/g)
    for (const [, address = ''] of wanted) found.add(new URL(address, origin + file).pathname)
  }
  return [...found]
}
