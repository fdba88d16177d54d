import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findConsultation } from '../../../db/consultations.ts'
import { answer, type DeskSite, member, openDesk } from '../desk/desk-site.ts'
import { payloads } from './payloads.ts'
import { hasProgram, inFolder, libreOffice, pspp, rscript } from './programs.ts'
import { wordsOf } from './read-workbook.ts'

let desk: DeskSite
const { password } = member
const purpose = '年度分析'
const files: Record<string, Uint8Array> = {}

beforeAll(async () => {
  desk = await openDesk()
  const found = await findConsultation(desk.store, 'round')
  const adult = found?.editions.find(({ audience }) => audience === 'adult')?.versionId ?? 0
  const satisfied = ['great', 'good', 'fair', 'unsure']
  for (const [at, Q6] of payloads.entries()) {
    const filled = {
      answers: { Q1: 'east', Q2: satisfied[at % 4] ?? '', Q3: ['seats', 'other'], Q5: 3, Q6 },
      others: { Q3: Q6 },
    }
    await answer(desk.store, adult, filled, { mailbox: 'EAST1', channel: 'paper' })
  }
  await answer(desk.store, adult, { answers: { Q3: ['none'] } })
  await desk.setUp()
  await desk.signIn()
  for (const format of ['csv', 'xlsx', 'sav', 'jsonl']) {
    const got = await desk.post('/desk/c/round/export/adult', { password, format, purpose })
    expect([format, got.status]).toEqual([format, 200])
    files[`a.${format}`] = new Uint8Array(await got.arrayBuffer())
  }
  files['round-adult-v1.csv'] = files['a.csv'] ?? new Uint8Array()
})
afterAll(() => desk.close())

const asCsv = 'csv:Text - txt - csv (StarCalc):44,34,76,1'

test('five hundred formulas that people wrote are there to be exported', () => {
  expect(new Set(payloads).size).toBe(500)
})

describe.runIf(hasProgram('soffice'))('opened by LibreOffice', () => {
  test('no text of the Excel file or of the CSV file has become a formula, and all are whole', async () => {
    await inFolder(files, (folder) => {
      const sheet = libreOffice(folder, 'a.xlsx', 'fods')
      expect(sheet).not.toMatch(/table:formula|Err:|#NAME/)
      expect(textsIn(sheet)).toEqual(expect.arrayContaining(payloads.map(asShown)))
      const csv = libreOffice(folder, 'a.csv', 'fods', '--infilter=CSV:44,34,76,1')
      expect(csv).not.toMatch(/table:formula|Err:|#NAME/)
    })
  }, 90_000)

  test('the Excel file says in words what was chosen and why a cell is empty', async () => {
    const [head = '', first = '', ...rest] = await inFolder(files, (folder) =>
      libreOffice(folder, 'a.xlsx', asCsv).replaceAll('"', '').split('\n'),
    )
    for (const words of ['居民区', '2. 对环境满意吗？', '3. 最该先办哪几件？：有地方坐'])
      expect(head).toContain(words)
    expect(first).toContain('1,1,东村,EAST1,纸质,2026-03-02,否,,,,,东村,很满意,1,0,0,1,0')
    expect(rest.join('\n')).toContain('跳过,跳过,0,0,0,0,1,,未显示,跳过,跳过,跳过')
  }, 90_000)
})

describe.runIf(hasProgram('pspp'))('opened by PSPP', () => {
  test('counts leave out what is no answer, and tell each reason apart', async () => {
    const said = await inFolder(files, (folder) =>
      pspp(
        folder,
        "GET FILE='a.sav'.\nFREQUENCIES Q2 Q4 /STATISTICS=NONE.\nMRSETS /DISPLAY NAME=ALL.",
      ),
    )
    expect(said).toMatch(/Valid,很满意,125,25\.0%,33\.3%/)
    expect(said).toMatch(/Missing,跳过,1,/)
    expect(said).toMatch(/不好说,125,/)
    expect(said).toMatch(/未显示,1,/)
    expect(said).toContain('$Q3')
    expect(said).not.toMatch(/warning|error/i)
  })

  test('every text is what was written', async () => {
    await inFolder(files, (folder) => {
      pspp(
        folder,
        "GET FILE='a.sav'.\nSAVE TRANSLATE /OUTFILE='b.csv' /TYPE=CSV /KEEP=Q6 /CELLS=VALUES.",
      )
      const read = readFileSync(`${folder}/b.csv`, 'utf8')
      const texts = read.match(/"(?:[^"]|"")*"|[^\n]+/g)?.map(unquoted)
      expect(texts?.slice(0, 500)).toEqual(payloads)
    })
  })
})

describe.runIf(hasProgram('Rscript'))('read into R by the script that comes with it', () => {
  test('choices are factors in their order and numbers are numbers', async () => {
    const script = await desk.page('/desk/c/round/export/adult/script.R')
    const said = await inFolder(files, (folder) => {
      writeFileSync(`${folder}/read.R`, script)
      writeFileSync(
        `${folder}/run.R`,
        'source("read.R", encoding = "UTF-8")\nprint(table(r$Q2, useNA = "ifany"))\ncat(levels(r$Q2), sum(r$Q5, na.rm = TRUE), sum(r$Q3_seats), r$Q6[51], sum(reason$Q4 == "未显示", na.rm = TRUE), "\\n")',
      )
      return rscript(folder, 'run.R')
    })
    expect(said).toContain('很满意 比较满意 一般 不太满意 很不满意 不好说 1500 500')
    expect(said).toMatch(/ 1 \n$/)
    expect(said).toMatch(/125\s+125\s+125\s+0\s+0\s+125\s+1/)
  }, 60_000)
})

test('a line of JSON holds one response by ids, and names what was not shown', () => {
  const lines = new TextDecoder().decode(files['a.jsonl']).trim().split('\n')
  expect(lines).toHaveLength(501)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    ...{ row: 1, audience: 'adult', neighbourhood: 'east', mailbox: 'EAST1', channel: 'paper' },
    answers: { Q1: 'east', Q2: 'great', Q3: ['seats', 'other'], Q5: 3, Q6: payloads[0] },
    others: { Q3: payloads[0] },
    ...{ skipped: ['Q4', 'Q7'], notShown: [] },
  })
  expect(JSON.parse(lines[500] ?? '')).toMatchObject({ notShown: ['Q4'], mailbox: null })
})

test('the page can ask how far its own download has come, and nobody else', async () => {
  const page = await desk.page('/desk/c/round/export')
  const id = /data-progress="[^"]+\/([\w-]{12})"/.exec(page)?.[1] ?? ''
  const got = await desk.post('/desk/c/round/export/adult', {
    progress: id,
    format: 'jsonl',
    purpose,
  })
  const path = `/desk/c/round/export/progress/${id}`
  expect(JSON.parse(await desk.page(path))).toMatchObject({ of: 501, done: false })
  await got.text()
  expect(JSON.parse(await desk.page(path))).toEqual({ rows: 501, of: 501, done: true })
  const other = { name: '李阿姨', password: '阳台上的茉莉花今年开了三回呢！' }
  await desk.setUp('staff', other)
  await desk.signIn(other)
  expect(JSON.parse(await desk.page(path))).toEqual({ rows: 0, of: 0, done: true })
  await desk.signIn()
})

const unquoted = (text: string) =>
  text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text

// LibreOffice writes a run of blanks and a new line as elements of their own.
const asShown = (text: string) => text.replace(/\s+/g, '')

function textsIn(fods: string): string[] {
  return [
    ...fods.matchAll(/<table:table-cell[^>]*value-type="string"[^>]*>(.*?)<\/table:table-cell>/gs),
  ].map(([, inside = '']) => asShown(wordsOf(inside)))
}
