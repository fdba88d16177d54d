import { createHash } from 'node:crypto'
import { type Deed, lastDone } from '../../db/audit.ts'
import type { Meanwhile } from '../../web/desk/meanwhile.tsx'
import type { AppContext } from '../host.ts'
import { memberOf } from './access/session.ts'

/** What a form carries to tell which words it began with; empty where nothing was written yet. */
export function markOf(words: readonly unknown[] | undefined): string {
  if (!words) return ''
  return createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 32)
}

/** The words a form began with, those that stand there now and those that were typed: a mark of each. */
interface Marks {
  began: string
  standing: string
  typed: string
}

/**
 * Whether what was typed stands now: it goes over the words its form began with and over no others. Sent twice,
 * it stands there already.
 */
export async function keptOver(
  { began, standing, typed }: Marks,
  save: () => Promise<boolean>,
): Promise<boolean> {
  return typed === standing || (began === standing && (await save()))
}

/** Who wrote other words while this form was being filled in, and when. */
export async function meanwhileBy(c: AppContext, deed: Deed): Promise<Meanwhile> {
  const me = memberOf(c).id
  const last = await lastDone(c.var.store, deed, { actor: me, at: c.var.now() })
  const by = last?.actor === me ? '您自己（在另一个窗口）' : (last?.name ?? '另一位同事')
  return { by, at: last?.at }
}
