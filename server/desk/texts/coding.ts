import { type Code, listCodes } from '../../../db/codebooks.ts'
import { type Coding, listCodings } from '../../../db/codings.ts'
import type { OpenText } from '../../../db/open-texts.ts'
import type { Store } from '../../../db/store.ts'
import { isReadTwice } from '../../../surveys/engine/open-text/agreement.ts'
import { bare } from '../../../surveys/engine/open-text/same-texts.ts'
import { type TextsAsked, textsOf } from './open-texts.ts'

/** The answers to a text question with all that was read into them. */
export interface Workbench {
  codes: Code[]
  texts: (OpenText & { readings: Partial<Record<1 | 2 | 3, Coding>> })[]
}

export async function workbenchOf(store: Store, found: TextsAsked): Promise<Workbench> {
  const bySeq = new Map<number, Partial<Record<1 | 2 | 3, Coding>>>()
  const codes = (await listCodes(store, found.of)).filter(({ removed }) => !removed)
  const known = new Set(codes.map(({ id }) => id))
  for (const coding of await listCodings(store, found.of)) {
    const kept = { ...coding, codes: coding.codes.filter((code) => known.has(code)) }
    bySeq.set(coding.seq, { ...bySeq.get(coding.seq), [coding.round]: kept })
  }
  const texts = await textsOf(store, found)
  return {
    codes,
    texts: texts.map((one) => ({ ...one, readings: bySeq.get(one.seq) ?? {} })),
  }
}

/** The texts a member reads in a round: all in the first, in the second a fifth that somebody else has read. */
export function pile({ texts }: Workbench, round: 1 | 2, member: string): Workbench['texts'] {
  if (round === 1) return texts
  return texts.filter(
    ({ seq, readings }) => isReadTwice(seq) && readings[1] && readings[1].codedBy !== member,
  )
}

/** Where a reader goes on after a text: the next that was not read, from there to the end and again from the start. */
export function nextUnread(texts: Workbench['texts'], round: 1 | 2, after: number) {
  const unread = texts.filter(({ readings }) => !readings[round])
  return unread.find(({ seq }) => seq > after) ?? unread[0]
}

/** Texts that say the same to the letter and were not read yet: what is found in one holds for them. */
export function copiesOf(
  texts: Workbench['texts'],
  { seq, text }: Pick<OpenText, 'seq' | 'text'>,
): number[] {
  const said = bare(text)
  return texts
    .filter((one) => one.seq !== seq && !one.readings[1] && bare(one.text) === said)
    .map((one) => one.seq)
}
