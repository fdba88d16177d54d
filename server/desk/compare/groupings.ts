import { channels } from '../../../surveys/engine/answers.ts'
import type { Grouping } from '../../../surveys/engine/compare/with-groups.ts'
import { channelName } from '../../../web/desk/names.ts'
import type { Results } from '../results/results.ts'

/** Where the answers came from, as groups. */
export function groupingsOf({ neighbourhoods }: Pick<Results, 'neighbourhoods'>): Grouping[] {
  const boxes = neighbourhoods.flatMap(({ mailboxes }) => mailboxes)
  const [areaOf, boxAt]: [number[], number[]] = [[], []]
  neighbourhoods.forEach(({ mailboxes }, at) => {
    for (const { number } of mailboxes) areaOf[number] = at
  })
  boxes.forEach(({ number }, at) => {
    boxAt[number] = at
  })
  const none = { id: 'none', label: { 'zh-CN': '没有邮筒' } }
  return [
    {
      id: '@neighbourhood',
      title: { 'zh-CN': '居民区（按邮筒）' },
      groups: [...neighbourhoods.map(({ id, name }) => ({ id, label: name })), none],
      ...{ from: '@mailbox', places: areaOf, others: neighbourhoods.length },
    },
    {
      id: '@mailbox-of',
      title: { 'zh-CN': '邮筒' },
      groups: [...boxes.map(({ code, name }) => ({ id: code, label: name })), none],
      ...{ from: '@mailbox', places: boxAt, others: boxes.length },
    },
    {
      id: '@channel-of',
      title: { 'zh-CN': '渠道' },
      groups: channels.map((id) => ({ id, label: { 'zh-CN': channelName(id) } })),
      ...{ from: '@channel', places: channels.map((_, at) => at), others: 0 },
    },
  ]
}
