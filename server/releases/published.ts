import { listReleasedTexts } from '../../db/released-texts.ts'
import {
  currentRelease,
  findNumbered,
  listPublished,
  listReleases,
  type Release,
} from '../../db/releases.ts'
import type { Store } from '../../db/store.ts'
import type { Released } from '../../web/public/released.ts'
import type { Shown } from '../../web/public/released-page.tsx'
import { withoutLostQuotes } from './quotes.ts'
import { publicDecisions } from './released-decisions.ts'

export type Published =
  | { kind: 'shown'; shown: Shown }
  /** It was public once, and was taken back. */
  | { kind: 'withdrawn'; at: number; why: string }
  | { kind: 'none' }

/** The release the public is to read: the newest that stands, or the one an address asks for by its number. */
export async function findPublished(
  store: Store,
  consultation: string,
  number?: number,
): Promise<Published> {
  const release =
    number === undefined
      ? await currentRelease(store, consultation)
      : await findNumbered(store, consultation, number)
  if (!release || release.publishedAt === null) return { kind: 'none' }
  if (release.state === 'withdrawn')
    return { kind: 'withdrawn', at: release.endedAt ?? 0, why: release.endedWhy ?? '' }
  const all = await listReleases(store, consultation)
  const standing = all.flatMap(({ state, number: n, publishedAt }) =>
    state === 'published' && publishedAt !== null ? [{ number: n, publishedAt }] : [],
  )
  standing.sort((a, b) => b.publishedAt - a.publishedAt || b.number - a.number)
  const isNewest = standing[0]?.number === release.number
  return {
    kind: 'shown',
    shown: {
      released: await publicSnapshot(store, release),
      // Beside the frozen numbers, each with the day it was published; never among them.
      decisions: await publicDecisions(store, consultation),
      isNewest,
      number: release.number,
      publishedAt: release.publishedAt,
      others: standing.filter((other) => other.number !== release.number),
    },
  }
}

/** When results of each consultation were last published, for pages that lead there. */
export async function publicationDates(
  store: Store,
): Promise<(consultation: string) => number | undefined> {
  const all = await listPublished(store)
  return (id) => all.find(({ consultationId }) => consultationId === id)?.publishedAt
}

/** A release as it reads now: frozen, but for words that were taken back since. */
export async function publicSnapshot(store: Store, release: Release): Promise<Released> {
  const released = readSnapshot(release)
  const isQuoting =
    (released.suggestions ?? []).length > 0 ||
    released.editions.some(({ questions }) => questions.some((one) => one.quotes))
  if (!isQuoting) return released
  return withoutLostQuotes(released, await listReleasedTexts(store, release.consultationId))
}

/** The site wrote it, and nothing changes it afterwards. */
export const readSnapshot = ({ snapshot }: Pick<Release, 'snapshot'>): Released =>
  JSON.parse(snapshot)
