import type { ToldResponse } from '../../../db/response-rows.ts'
import { chinese } from '../../../web/words/zh-CN.ts'
import { csvCell } from '../csv.ts'

const { mode, relation, place } = chinese.assist
const asked: [string, string, string, Record<string, string>][] = [
  ['mode', '代填方式', '有人帮忙时，是谁在回答', mode.options],
  ['relation', '帮忙的人', '帮忙的是谁', relation.options],
  ['place', '帮忙的地方', '在哪里填的', place.options],
  [
    ...(['consented', '当面同意', '告知当面朗读过，本人（孩子的，家长和孩子）同意了'] as const),
    { true: '是', unrecorded: '没有记录' },
  ],
]

/** The columns about who helped; empty where nobody did, or where it was not said. */
export const assistanceColumns = asked.map(
  ([, name, meaning, words]) =>
    [name, meaning, `${Object.values(words).join(' / ')} / 空：没有人帮忙，或没有说`] as const,
)

/** The written cells of those columns, each with its comma. */
export function assistanceCells(given: ToldResponse['assistance']): string {
  if (!given) return nothing
  return asked.map(([key, , , words]) => `,${csvCell(words[String(given[key])] ?? '')}`).join('')
}

const nothing = ',""'.repeat(asked.length)
