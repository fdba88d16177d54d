import type { OpenConsultation } from '../../db/consultations.ts'
import { listNeighbourhoods } from '../../db/mailboxes.ts'
import { listReleasedTexts } from '../../db/released-texts.ts'
import type { Store } from '../../db/store.ts'
import { withoutTraces } from '../../web/desk/texts/masks.ts'
import { sameCounts } from '../desk/suggestions/same-suggestions.ts'
import { allSuggested, ledgerHeads, ledgerRow } from '../desk/suggestions/suggested.ts'
import type { FileRow } from './result-rows.ts'

/** A line of the register; `released` is the wording that two people let out. */
export interface LedgerLine {
  row: FileRow
  released: string | undefined
}

/**
 * The register of suggestions, a line each. Raw words only for whoever may have single responses; for everybody
 * else the wording that was released, and staff's own words with what tells who somebody is blacked out.
 */
export async function ledgerLines(
  store: Store,
  consultation: OpenConsultation,
  words: 'raw' | 'released',
): Promise<LedgerLine[]> {
  const all = await allSuggested(store, consultation.id)
  const areas = await listNeighbourhoods(store)
  const same = await sameCounts(store, consultation, all)
  const texts = await listReleasedTexts(store, consultation.id)
  return all.map((one) => {
    const released = texts.find(
      ({ seq, question }) => seq === one.seq && question === one.question,
    )?.text
    if (words === 'raw') return { row: ledgerRow(one, areas, same), released }
    const text = released ?? unread
    const told = { ...one, text, ...(one.card && { card: tell(one.card, one.text, text) }) }
    return { row: ledgerRow(told, areas, same).map(blacked), released }
  })
}

const unread = '（原话还没有经两人看过）'

// A card is often begun with what the resident wrote.
function tell<Card extends object>(card: Card, raw: string, text: string): Card {
  const entries = Object.entries(card).map(([name, value]) => [
    name,
    typeof value === 'string' && value.includes(raw.trim()) ? text : value,
  ])
  return Object.assign({ ...card }, Object.fromEntries(entries))
}

const blacked = (cell: string | number): string | number =>
  typeof cell === 'number' ? cell : withoutTraces(cell)

/** These columns of the register, by their names. */
export function ledgerColumns(lines: readonly LedgerLine[], names: readonly string[]): FileRow[] {
  const places = names.map((name) => ledgerHeads.indexOf(name))
  return lines.map(({ row }) => places.map((at) => row[at] ?? ''))
}
