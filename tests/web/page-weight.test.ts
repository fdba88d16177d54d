import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { huicheng } from '../../surveys/definitions/huicheng/consultation.ts'
import type { Locale } from '../../surveys/engine/text.ts'
import { compiled } from '../../vite.config.ts'
import { QuestionnairePage } from '../../web/resident/questionnaire-page.tsx'

const root = new URL('../../', import.meta.url).pathname
const firstWindow = 14_600

describe('what a phone has to fetch before anyone can answer', () => {
  describe.each([
    ['the page script, with the engine in it', 'web/resident/main.ts', 12_000],
    ['with all kinds of question', 'web/resident/kinds/main-with-kinds.ts', 12_000],
  ] as const)('%s', (_, entry, limit) => {
    let script = ''
    beforeAll(async () => {
      script = (await compiled(entry)).code
    })

    test('is small', () => {
      expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(limit)
    })

    test('writes text into the page, never markup', () => {
      expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(/)
    })

    test('asks nothing of a phone that Chromium 86 does not have', () => {
      expect(script).not.toMatch(
        /\.at\(|randomUUID|structuredClone|hasOwn\(|replaceAll|\?\?=|\|\|=/,
      )
    })
  })

  test.each<Locale>(['zh-CN', 'en'])(
    'the adult questionnaire in %s arrives with the first packets',
    (locale) => {
      const page = adultPage(locale)
      const sheets = readdirSync(`${root}web/resident/styles`).map(
        (file) => `resident/styles/${file}`,
      )
      const style = ['tokens.css', ...sheets].map((file) => readFileSync(`${root}web/${file}`))
      const bytes = gzipSync(Buffer.concat([...style, Buffer.from(page)]), { level: 6 }).length
      // The answer's own headers take about one kilobyte.
      expect(bytes + 1_000).toBeLessThanOrEqual(firstWindow)
    },
  )
})

function adultPage(locale: Locale): string {
  const edition = huicheng.editions[0]
  if (!edition) throw new Error('there is no adult edition')
  const filled = { answers: {}, others: {} }
  const seed = 'c5390584-ba4a-49f3-9aa7-9a124e5b611c'
  return String(
    QuestionnairePage({
      reader: { locale, chosen: true, demo: false, here: '/c/huicheng/adult?m=HC1A' },
      sheet: { edition, filled, problems: [], seed, locale },
      ...{ consultation: 'huicheng', version: 1, particulars: {}, mailbox: 'HC1A', channel: 'qr' },
      action: '/c/huicheng/adult?m=HC1A',
    }),
  )
}
