import type { OpenConsultation } from '../../db/consultations.ts'
import { listNeighbourhoods } from '../../db/mailboxes.ts'
import { listReleasedTexts } from '../../db/released-texts.ts'
import { countedBefore, currentRelease } from '../../db/releases.ts'
import type { Store } from '../../db/store.ts'
import { textIn } from '../../surveys/engine/text.ts'
import type { Highlight, Released } from '../../web/public/released.ts'
import { type Around, type Choice, type Counted, editionSnapshot } from './edition-snapshot.ts'
import { publicSuggestions } from './public-suggestions.ts'
import { publishableEditions } from './publishable.ts'
import { readSnapshot } from './published.ts'

/** What is said around the numbers. */
export interface Words {
  note: string
  highlights: readonly Highlight[]
}

export interface Snapshot {
  released: Released
  counted: Counted
}

/** Counts what was chosen as it is now, and hides what has to be hidden for all that was ever published. */
export async function takeSnapshot(
  store: Store,
  consultation: OpenConsultation,
  choices: readonly Choice[],
  now: number,
  { note, highlights }: Words = { note: '', highlights: [] },
): Promise<Snapshot> {
  const around = await aroundNow(store, consultation, now)
  const publishable = await publishableEditions(store, consultation)
  const counted: Counted = {}
  const editions: Released['editions'] = []
  for (const choice of choices) {
    const newest = publishable.find(({ audience }) => audience === choice.audience)
    if (!newest || choice.questions.length === 0) continue
    const taken = await editionSnapshot(choice, newest, around)
    counted[taken.key] = taken.counted
    editions.push(taken.edition)
  }
  const { organiser, phone } = consultation.particulars
  const isTold = ({ audience, question }: Highlight) =>
    editions.some(
      (edition) =>
        edition.audience === audience &&
        edition.questions.some(({ table }) => table.id === question),
    )
  const released: Released = {
    format: 1,
    consultation: consultation.id,
    title: textIn(consultation.title, 'zh-CN'),
    takenAt: now,
    organiser,
    phone,
    note,
    editions,
    suggestions: await publicSuggestions(store, consultation.id),
    highlights: highlights.filter(isTold),
  }
  return { released, counted }
}

async function aroundNow(
  store: Store,
  consultation: OpenConsultation,
  now: number,
): Promise<Around> {
  const standing = await currentRelease(store, consultation.id)
  return {
    consultation,
    neighbourhoods: await listNeighbourhoods(store),
    earlier: (await countedBefore(store, consultation.id)).map((text) => JSON.parse(text)),
    last: standing && readSnapshot(standing),
    texts: await listReleasedTexts(store, consultation.id),
    now,
  }
}
