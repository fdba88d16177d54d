import { dateOf } from '../../surveys/engine/shanghai.ts'
import { dayWords } from '../../web/dates.ts'
import { number } from '../../web/desk/names.ts'
import type { Block } from '../../web/desk/report/report.ts'
import { countText } from '../../web/desk/results/result-table.ts'
import type { ReleasedEdition } from '../../web/public/released.ts'
import { editionOf, paragraph, type ReportFacts } from './facts.ts'
import { receivedBlocks } from './received.ts'
import { sampleBlocks } from './sample.ts'

/** 一、基本情况: why and when was asked, how many answered, and from where. */
export function basics(facts: ReportFacts): Block[] {
  const adult = editionOf(facts, 'adult')
  const child = editionOf(facts, 'child')
  const table = sampleTable([adult, child].filter((one) => one !== undefined))
  return [
    paragraph('basics/background', background(facts)),
    paragraph('basics/ways', ways),
    ...receivedBlocks(
      facts,
      [adult, child].filter((one) => one !== undefined),
    ),
    ...(adult ? [paragraph('basics/coverage', coverage(adult))] : []),
    ...(table ? [table] : []),
    ...(adult ? sampleBlocks(adult) : []),
  ]
}

const ways =
  '居民可以扫邮筒上的二维码、打开链接、填纸质问卷，或者请家人、志愿者代填。自愿参加，不记姓名。'

function background({ consultation }: ReportFacts): string {
  const { title, background, opensAt, closesAt, organiser } = consultation
  const who = organiser || '居民委员会'
  const words = background.replace(/\s+/g, '').replace(/[。；，]?$/, '。')
  return `${words}${who}于${day(opensAt)}至${day(closesAt)}开展「${title}」意见征集。`
}

/** Responses for a hundred households, only where both are known; a household may answer more than once. */
function coverage({ neighbourhoods }: ReleasedEdition): string {
  const known = neighbourhoods.flatMap(({ people, households }) =>
    people !== null && households ? [{ people, households }] : [],
  )
  if (known.length === 0) return '各居民区的户数还没有登记，不计算覆盖率。'
  const people = known.reduce((sum, one) => sum + one.people, 0)
  const households = known.reduce((sum, one) => sum + one.households, 0)
  const each = ((people * 100) / households).toFixed(1)
  return `登记了户数的 ${known.length} 个居民区共 ${number(households)} 户，收到成人答卷 ${number(people)} 份，相当于每百户 ${each} 份。一户可能不止一份，所以这不是户数的覆盖率。`
}

function sampleTable(editions: ReleasedEdition[]): Block | undefined {
  const names = [...new Set(editions.flatMap((one) => one.neighbourhoods.map(({ name }) => name)))]
  if (names.length === 0) return
  return {
    kind: 'table',
    caption: '答卷从哪里来（按邮筒所在的居民区）',
    heads: [
      '居民区',
      '户数',
      ...editions.map(({ audience }) => (audience === 'child' ? '儿童版（份）' : '成人版（份）')),
    ],
    rows: names.map((name) => {
      const found = editions.map((one) => one.neighbourhoods.find((place) => place.name === name))
      const households = found.find((one) => one?.households)?.households
      const counts = found.map((one) => (one ? countText(one.people) : '–'))
      return [name, households ? number(households) : '–', ...counts]
    }),
  }
}

// A moment at the end of a day in Shanghai belongs to that day.
const day = (ms: number) => dayWords(dateOf(ms - 1), 'zh-CN')
