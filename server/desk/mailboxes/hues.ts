import { listNeighbourhoods } from '../../../db/mailboxes.ts'
import type { Store } from '../../../db/store.ts'
import { hueOf } from '../../../web/drawings/forest.tsx'
import type { Hue } from '../../../web/drawings/mailbox.tsx'

/** Each mailbox in the colour it has in the residents' forest, where only those still standing are counted. */
export async function mailboxHues(store: Store): Promise<(code: string) => Hue> {
  const standing = (await listNeighbourhoods(store))
    .flatMap(({ mailboxes }) => mailboxes)
    .filter(({ retiredAt }) => retiredAt === null)
  const hues = new Map(standing.map(({ code }, place) => [code, hueOf(place)]))
  return (code) => hues.get(code) ?? 'moss'
}
