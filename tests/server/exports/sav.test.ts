import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fitted } from '../../../server/exports/sav-bytes.ts'
import { savCases } from '../../../server/exports/sav-cases.ts'
import { savHeader } from '../../../server/exports/sav-header.ts'
import type { SavVariable } from '../../../server/exports/sav-layout.ts'
import { hasProgram, inFolder, pspp } from './programs.ts'

const plain = { decimals: 0, measure: 'nominal' as const, width: 1, values: [], missing: [] }
const dictionary: SavVariable[] = [
  {
    ...plain,
    ...{ name: 'Q2', label: '2. 对环境满意吗？', kind: 'number', measure: 'ordinal' },
    values: [
      [1, '很满意'],
      [5, '很不满意'],
    ],
    missing: [
      [-99, '未显示'],
      [-98, '跳过'],
      [-96, '不好说'],
    ],
  },
  {
    ...plain,
    name: 'Q3_seats',
    label: '有地方坐',
    kind: 'number',
    set: { id: 'Q3', label: '先办哪几件' },
  },
  {
    ...plain,
    name: 'Q3_lamps',
    label: '路灯亮一点',
    kind: 'number',
    set: { id: 'Q3', label: '先办哪几件' },
  },
  { ...plain, name: 'Q5_many', label: '人均', kind: 'number', decimals: 2, measure: 'scale' },
  { ...plain, name: 'said', label: '还想说什么', kind: 'text', width: 1800 },
  { ...plain, name: 'code', label: '邮筒', kind: 'text', width: 12 },
  { ...plain, name: 'day', label: '日期', kind: 'date', measure: 'scale' },
]
const long = `${'楼'.repeat(599)}下`
const cases: (number | string | null)[][] = [
  [1, 1, 0, 3.25, long, 'HC2A', 20_514],
  [5, 0, 1, -123_456.5, '=1+1', '', null],
  [-99, 0, 0, null, '', 'HC3B', 0],
  [-96, 1, 1, 151, '  两头空  ', 'HC3B', 20_515],
]

function file() {
  const writer = savCases(dictionary)
  for (const one of cases) writer.add(one)
  return Buffer.concat([savHeader(dictionary, '院子怎么改', 0), writer.take(), writer.end()])
}

describe.runIf(hasProgram('pspp'))('a system file opened by PSPP', () => {
  test('has the names, labels, codes for missing answers and sets of choices it was given', async () => {
    const said = await inFolder({ 'a.sav': file() }, (folder) =>
      pspp(folder, "GET FILE='a.sav'.\nDISPLAY DICTIONARY.\nMRSETS /DISPLAY NAME=ALL."),
    )
    for (const words of ['2. 对环境满意吗？', '很不满意', '-99', '未显示', '不好说', 'Q3_seats'])
      expect(said).toContain(words)
    expect(said).toContain('-99 THRU -96')
    expect(said).toMatch(/\$Q3,先办哪几件,.*1/)
    expect(said).not.toMatch(/warning|error/i)
  })

  test('has every value as it was, to the last letter of a long text', async () => {
    const said = await inFolder({ 'a.sav': file() }, (folder) => {
      pspp(
        folder,
        "GET FILE='a.sav'.\nSAVE TRANSLATE /OUTFILE='a.csv' /TYPE=CSV /FIELDNAMES /CELLS=VALUES.",
      )
      return readFileSync(`${folder}/a.csv`, 'utf8')
    })
    const lines = said.trim().split('\n')
    expect(lines[0]).toBe('Q2,Q3_seats,Q3_lamps,Q5_many,said,code,day')
    expect(lines[1]).toBe(`1,1,0,3.25,${long},HC2A,03/02/2026`)
    expect(lines[2]).toBe('5,0,1,-123456.5,=1+1,, ')
    expect(lines[3]).toBe('-99,0,0, ,,HC3B,01/01/1970')
  })

  test('is whole however much is written at a time', async () => {
    const writer = savCases(dictionary)
    const many = 4000
    for (let at = 0; at < many; at++) writer.add([1, 0, 1, at + 0.5, `${at} ${long}`, 'HC2A', at])
    const bytes = Buffer.concat([savHeader(dictionary, '很多', 0), writer.take(), writer.end()])
    const said = await inFolder({ 'a.sav': bytes }, (folder) => {
      pspp(folder, "GET FILE='a.sav'.\nSAVE TRANSLATE /OUTFILE='a.csv' /TYPE=CSV /CELLS=VALUES.")
      return readFileSync(`${folder}/a.csv`, 'utf8').trim().split('\n')
    })
    expect(said).toHaveLength(many)
    for (const at of [0, 1, 34, 35, 36, 777, many - 1])
      expect(said[at]).toMatch(new RegExp(`^1,0,1,${at}\\.5,${at} 楼+,HC2A,`))
  })

  test('leaves what is missing out of a count', async () => {
    const said = await inFolder({ 'a.sav': file() }, (folder) =>
      pspp(folder, "GET FILE='a.sav'.\nFREQUENCIES Q2 /STATISTICS=NONE."),
    )
    expect(said).toMatch(/Valid,很满意,1,25\.0%,50\.0%/)
    expect(said).toMatch(/Missing,未显示,1/)
  })
})

test('a text is cut between letters, never through one', () => {
  expect(new TextDecoder().decode(fitted('楼上楼下', 8))).toBe('楼上')
  expect(new TextDecoder().decode(fitted('ab', 8))).toBe('ab')
})
