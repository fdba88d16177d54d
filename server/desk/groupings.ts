import { channels } from '../../surveys/engine/answers.ts'
import type { Grouping } from '../../surveys/engine/compare/with-groups.ts'
import { channelName } from '../../web/desk/names.ts'
import type { Results } from './results.ts'

/** Where the answers came from, as groups. */
export function groupingsOf({ neighbourhoods, columns }: Results): Grouping[] {
  const mailbox = columns.columns.get('@mailbox')
  const channel = columns.columns.get('@channel')
  const boxes = neighbourhoods.flatMap(({ mailboxes }) => mailboxes)
  const areaOf = new Map(
    neighbourhoods.flatMap(({ mailboxes }, at) => mailboxes.map(({ number }) => [number, at])),
  )
  const boxAt = new Map(boxes.map(({ number }, at) => [number, at]))
  const none = { id: 'none', label: { 'zh-CN': '没有邮筒' } }
  const posted = (places: ReadonlyMap<number | undefined, number>, others: number) => {
    return (response: number) => places.get(mailbox?.[response]) ?? others
  }
  return [
    {
      id: '@neighbourhood',
      title: { 'zh-CN': '居民区（按邮筒）' },
      groups: [...neighbourhoods.map(({ id, name }) => ({ id, label: name })), none],
      groupOf: posted(areaOf, neighbourhoods.length),
    },
    {
      id: '@mailbox-of',
      title: { 'zh-CN': '邮筒' },
      groups: [...boxes.map(({ code, name }) => ({ id: code, label: name })), none],
      groupOf: posted(boxAt, boxes.length),
    },
    {
      id: '@channel-of',
      title: { 'zh-CN': '渠道' },
      groups: channels.map((id) => ({ id, label: { 'zh-CN': channelName(id) } })),
      groupOf: (response) => channel?.[response] ?? 0,
    },
  ]
}
