import type { Audience, Edition } from '../../surveys/engine/definition.ts'
import type { Text } from '../../surveys/engine/text.ts'
import { Forest, type Planted } from '../drawings/forest.tsx'
import { words } from '../words/words.ts'
import { ResidentPage } from './frame.tsx'
import { scriptFor } from './kinds/needs.ts'
import { MailboxHere } from './mailbox-here.tsx'
import { OpenCard, type Opened } from './open-card.tsx'
import type { Reader } from './reader.ts'
import { phrased } from './said.tsx'
import { forestStyle } from './style.ts'

interface SeveralPageProps {
  reader: Reader
  /** The mailbox as it stands in the forest. */
  tree: Planted
  mailbox: { neighbourhood: { name: Text }; retiredAt: number | null }
  consultations: readonly Asked[]
  /** Whether they stand beside it. */
  isHere: boolean
  /** Where each edition's questionnaire is. */
  door: (consultation: string, audience: Audience) => string
}

interface Asked extends Opened {
  id: string
  editions: readonly { audience: Audience; edition: Edition }[]
}

/** What someone sees who has scanned a mailbox while several consultations are open: all of them, each with its doors. */
export function SeveralPage({
  reader,
  tree,
  mailbox,
  consultations,
  isHere,
  door,
}: SeveralPageProps) {
  const { locale } = reader
  const w = words(locale)
  const editions = consultations.flatMap((one) => one.editions.map(({ edition }) => edition))
  const title = w.cover.several(consultations.length)
  return (
    <ResidentPage
      {...{ reader, title, look: 'forest-page', style: forestStyle }}
      script={scriptFor(editions)}
    >
      <Forest mailboxes={[tree]} resting={mailbox.retiredAt !== null} low />
      <MailboxHere {...{ locale, mailbox, isHere }} />
      <h1>{phrased(title)}</h1>
      <p class="fine">{w.cover.anonymous}</p>
      {consultations.map((consultation) => (
        <OpenCard
          {...{ reader, consultation }}
          door={(audience) => door(consultation.id, audience)}
        />
      ))}
    </ResidentPage>
  )
}
