import { channels } from '../../surveys/engine/answers.ts'
import { textIn } from '../../surveys/engine/text.ts'
import { channelName } from '../../web/desk/names.ts'
import { chinese } from '../../web/words/zh-CN.ts'
import type { Results } from '../desk/results/results.ts'
import { questionVariables } from './question-variables.ts'
import type { Variable } from './variable.ts'
import type { Draft } from './variable-drafts.ts'

/** Every variable of a version's file: where a response came from, then its answers in the order of the questions. */
export function variablesOf(results: Results): Variable[] {
  const { edition } = results
  const asked = edition.sections
    .flatMap(({ questions }) => questions)
    .flatMap((question) => questionVariables(question, edition))
  return named([...origins(results), ...asked])
}

function origins({ version, neighbourhoods }: Results): Draft[] {
  const places = new Map(
    neighbourhoods.flatMap(({ mailboxes }, at) =>
      mailboxes.map(({ number, code }) => [number, { neighbourhood: at + 1, code }] as const),
    ),
  )
  const none = { values: [], missing: [] }
  const label = (
    column: string,
    english: string,
    rest: Omit<Draft, 'column' | 'label'>,
  ): Draft => ({
    ...{ column: english, label: column, ...rest },
  })
  return [
    label('序号（只在这个文件里有意义）', 'row', {
      ...{ kind: 'number', measure: 'scale', ...none, read: ({ row }) => row },
    }),
    label('问卷版本', 'version', {
      ...{ kind: 'number', measure: 'nominal', ...none, read: () => version },
    }),
    label('居民区', 'neighbourhood', {
      ...{ kind: 'number', measure: 'nominal', missing: [] },
      values: neighbourhoods.map(({ name }, at) => [at + 1, textIn(name, 'zh-CN')]),
      read: ({ response }) => places.get(response.mailboxNumber ?? 0)?.neighbourhood ?? null,
    }),
    label('邮筒', 'mailbox', {
      ...{ kind: 'text', measure: 'nominal', ...none },
      read: ({ response }) => places.get(response.mailboxNumber ?? 0)?.code ?? '',
    }),
    label('渠道', 'channel', {
      ...{ kind: 'number', measure: 'nominal', missing: [] },
      values: channels.map((channel, at) => [at + 1, channelName(channel)]),
      read: ({ response }) => channels.indexOf(response.channel) + 1,
    }),
    label('收到的日期', 'day', {
      ...{ kind: 'date', measure: 'scale', ...none, read: ({ response }) => response.day },
    }),
    label('征询结束以后收到', 'late', {
      ...{ kind: 'number', measure: 'nominal', missing: [] },
      values: [
        [0, '否'],
        [1, '是'],
      ],
      read: ({ response }) => (response.late ? 1 : 0),
    }),
    ...assistance,
  ]
}

const { mode, relation, place } = chinese.assist
const asked: [key: string, label: string, words: Record<string, string>][] = [
  ['mode', '代填方式', mode.options],
  ['relation', '帮忙的人', relation.options],
  ['place', '帮忙的地方', place.options],
  ['consented', '当面同意', { true: '是', unrecorded: '没有记录' }],
]
const assistance = asked.map(([key, label, words]): Draft => {
  const ids = Object.keys(words)
  return {
    ...{ column: `assisted_${key}`, label, kind: 'number', measure: 'nominal', missing: [] },
    values: ids.map((id, at) => [at + 1, words[id] ?? id]),
    read: ({ response }) => ids.indexOf(String(response.assistance?.[key])) + 1 || null,
  }
})

// What SPSS keeps for itself.
const reserved = new Set('all and by eq ge gt le lt ne not or to with'.split(' '))

/** Names that SPSS and R both take: no two alike when read aloud, whatever letters are capital. */
function named(drafts: Draft[]): Variable[] {
  const taken = new Set(reserved)
  return drafts.map((draft) => {
    const plain = draft.column
      .replaceAll('~', '')
      .replace(/[^A-Za-z0-9]+/g, '_')
      .slice(0, 56)
    let name = plain
    for (let next = 2; taken.has(name.toLowerCase()); next++) name = `${plain}_${next}`
    taken.add(name.toLowerCase())
    return { name, ...draft, label: draft.label.replace(/\s+/g, ' ') }
  })
}
