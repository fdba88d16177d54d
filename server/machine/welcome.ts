import { listNeighbourhoods } from '../../db/mailboxes.ts'
import { textIn } from '../../surveys/engine/text.ts'
import type { Forest } from './forest.ts'

/** What a person reads after the start: where residents go, where each mailbox's code leads, and how to set up the desk. */
export async function welcome({ store, settings, setupLink }: Forest): Promise<string> {
  const origin = settings.publicOrigin
  const lines = [
    `邮筒森林 · Mailbox Forest${settings.demo ? '（演示数据 · demonstration data）' : ''}`,
    '',
    `居民 · residents   ${origin}/`,
  ]
  for (const { name, mailboxes } of await listNeighbourhoods(store)) {
    for (const { code, retiredAt } of mailboxes) {
      if (!retiredAt)
        lines.push(`邮筒 · mailbox     ${origin}/m/${code}   ${textIn(name, 'zh-CN')}`)
    }
  }
  lines.push(
    setupLink
      ? `工作台 · desk      ${setupLink}   （一次有效，24 小时内 · once, within 24 hours）`
      : `工作台 · desk      ${origin}/desk`,
  )
  return `${lines.join('\n')}\n`
}
