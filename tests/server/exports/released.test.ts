import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findConsultation } from '../../../db/consultations.ts'
import {
  isHidden,
  type ReleasedLine,
  releasedLines,
} from '../../../server/exports/released/released-lines.ts'
import type { Released } from '../../../web/public/released.ts'
import { answer, type DeskSite, openDesk } from '../desk/desk-site.ts'
import { publishRound } from '../report/publish-round.ts'
import { hasProgram, inFolder, pspp, rscript } from './programs.ts'
import { readWorkbook } from './read-workbook.ts'

let desk: DeskSite
let lines: ReleasedLine[]
let released: Released
const results = '/c/round/results'

/** What anybody gets who has no account. */
const taken = async (path: string) => {
  const answered = await desk.app.request(`${desk.origin}${path}`)
  expect([path, answered.status]).toEqual([path, 200])
  return new Uint8Array(await answered.arrayBuffer())
}
const read = async (path: string) => new TextDecoder().decode(await taken(path))

beforeAll(async () => {
  desk = await openDesk()
  for (const path of ['.csv', '.xlsx', '.sav', '.R'])
    expect((await desk.app.request(`${desk.origin}${results}${path}`)).status).toBe(404)
  const found = await findConsultation(desk.store, 'round')
  const adult = found?.editions.find(({ audience }) => audience === 'adult')?.versionId ?? 0
  for (let at = 0; at < 120; at++) {
    const answers = {
      ...{
        Q1: at % 3 ? 'east' : 'west',
        Q2: at < 4 ? 'bad' : at % 2 ? 'poor' : 'good',
        Q5: at % 4,
      },
      Q3: at % 3 ? ['seats', 'lamps'] : ['trees', 'lamps'],
    }
    await answer(desk.store, adult, { answers }, { mailbox: at % 3 ? 'EAST1' : 'WEST1' })
  }
  await publishRound(desk, ['Q1', 'Q2', 'Q3', 'Q5'])
  released = JSON.parse(await read(`${results}.json`))
  lines = releasedLines(released)
})
afterAll(() => desk.close())

test('a release has numbers that are told and numbers that are hidden', () => {
  expect(lines.some(isHidden)).toBe(true)
  expect(lines.filter((line) => !isHidden(line)).length).toBeGreaterThan(20)
  expect(lines.some(({ group }) => group === '东村')).toBe(true)
})

test('the table for everybody has each of them once, and says of each whether it is hidden', async () => {
  const [heads, ...rows] = (await read(`${results}.csv`)).trim().split('\r\n').slice(0, -1)
  expect(heads).toContain('"组","人数","占被问到的人"')
  expect(rows).toHaveLength(lines.length)
  rows.forEach((row, at) => {
    const line = lines[at]
    if (!line) return
    const hidden = isHidden(line) ? 1 : 0
    const said = line.count === undefined ? '""' : (line.count ?? '"–（不显示）"')
    expect(row).toContain(`"${line.option}","${line.group}",${said},`)
    expect(row).toMatch(new RegExp(`,${hidden},"2026-03-02"$`))
  })
})

test('the workbook for everybody has the same numbers, and no word that was not let out', async () => {
  const book = readWorkbook(await taken(`${results}.xlsx`))
  expect([...book.keys()]).toEqual(['题目频数', '交叉表', '说明'])
  const numbers = (book.get('题目频数') ?? []).map((row) => row[4])
  for (const { count, group } of lines)
    if (group === '所有人' && count) expect(numbers).toContain(String(count))
})

test('the codebook names every question, option and missing code, and who was asked; before anything is published too', async () => {
  const book = await read('/c/round/codebook.csv')
  expect(book).toContain('"单选","所有人","east","东村",""')
  expect(book).toContain('"第 3 题选了至少 2 项","trees"')
  expect(book).toContain('"unsure","不好说",-96')
  for (const words of [
    '未显示",-99',
    '跳过",-98',
    '（行）小花园',
    '儿童版',
    '少于 10 人的格子不显示',
  ])
    expect(book).toContain(words)
})

describe.runIf(hasProgram('pspp'))('opened by PSPP', () => {
  test('what is hidden is missing and says so, and sums are those of the release', async () => {
    const file = await taken(`${results}.sav`)
    const said = await inFolder({ 'r.sav': file }, (folder) => {
      const told = pspp(
        folder,
        "GET FILE='r.sav'.\nDISPLAY DICTIONARY.\nDESCRIPTIVES n /STATISTICS=SUM.\nFREQUENCIES hidden /STATISTICS=NONE.\nSAVE TRANSLATE /OUTFILE='b.csv' /TYPE=CSV /KEEP=option group_label n /CELLS=VALUES.",
      )
      return { told, cases: readFileSync(`${folder}/b.csv`, 'utf8').trim().split('\n') }
    })
    expect(said.told).not.toMatch(/warning|error/i)
    expect(said.told).toContain('不显示')
    const sum = lines.reduce((total, { count }) => total + (count ?? 0), 0)
    expect(said.told).toMatch(new RegExp(`人数,\\d+,${sum}(\\.0+)?`))
    expect(said.told).toMatch(new RegExp(`不显示,${lines.filter(isHidden).length},`))
    expect(said.cases).toHaveLength(lines.length)
  })
})

describe.runIf(hasProgram('Rscript'))('read into R', () => {
  test('by the script that comes with it, numbers are numbers and hidden ones are none', async () => {
    const script = await read(`${results}.R`)
    const name = /read\.csv\("([^"]+)"/.exec(script)?.[1] ?? ''
    const csv = await taken(`${results}.csv`)
    const run =
      'source("read.R", encoding = "UTF-8")\ncat(nrow(r), sum(r$n, na.rm = TRUE), sum(r$hidden), all(is.na(r$n[r$hidden])))'
    const said = await inFolder({ [name]: csv }, (folder) => {
      writeFileSync(`${folder}/read.R`, script)
      writeFileSync(`${folder}/run.R`, run)
      return rscript(folder, 'run.R')
    })
    const sum = lines.reduce((total, { count }) => total + (count ?? 0), 0)
    expect(said).toContain(`${lines.length} ${sum} ${lines.filter(isHidden).length} TRUE`)
  }, 60_000)
})
