import type { Edition } from '../../surveys/engine/definition.ts'
import { type Text, textIn } from '../../surveys/engine/text.ts'
import { dateWords } from '../dates.ts'
import { AdultDoor, ChildDoor } from '../drawings/doors.tsx'
import { Forest, type Planted } from '../drawings/forest.tsx'
import { fillIn } from '../particulars.ts'
import { words } from '../words/words.ts'
import { ResidentPage } from './frame.tsx'
import { scriptFor } from './kinds/needs.ts'
import { MailboxHere } from './mailbox-here.tsx'
import type { Reader } from './reader.ts'
import { headed, phrased, said } from './said.tsx'
import { forestStyle } from './style.ts'

interface CoverPageProps {
  reader: Reader
  /** The mailbox as it stands in the forest. */
  tree: Planted
  mailbox: { neighbourhood: { name: Text }; retiredAt: number | null }
  consultation: {
    title: Text
    background: Text
    closesAt: number
    particulars: Readonly<Record<string, string>>
    editions: readonly Door[]
  }
  /** Whether they stand beside it. */
  isHere: boolean
  /** Where each edition's questionnaire is. */
  door: (audience: 'adult' | 'child') => string
}

interface Door {
  audience: 'adult' | 'child'
  edition: Edition
}

/** What someone sees who has just scanned a mailbox: what is asked, by whom, until when, and two doors. */
export function CoverPage({ reader, tree, mailbox, consultation, isHere, door }: CoverPageProps) {
  const { locale } = reader
  const w = words(locale)
  const { title, background, closesAt, particulars, editions } = consultation
  const retired = mailbox.retiredAt !== null
  return (
    <ResidentPage
      reader={reader}
      title={textIn(title, locale)}
      look="forest-page"
      style={forestStyle}
      script={scriptFor(editions.map(({ edition }) => edition))}
    >
      <Forest mailboxes={[tree]} resting={retired} low />
      <MailboxHere {...{ locale, mailbox, isHere }} />
      <h1>{headed(title, locale)}</h1>
      <p class="until">
        <span>{said(w.cover.by(fillIn('{organiser}', particulars, locale)), locale)}</span>
        <span>{w.until(dateWords(closesAt, locale))}</span>
      </p>
      <div class="doorway">
        {editions.map(({ audience, edition }) => (
          <a href={door(audience)} class={audience}>
            {audience === 'child' ? <ChildDoor /> : <AdultDoor />}
            <b>{headed(edition.door, locale)}</b>
            <span>{phrased(w.cover.ages[audience])}</span>
            <span>{w.cover.minutes(edition.minutes)}</span>
          </a>
        ))}
      </div>
      <p class="fine">{w.cover.anonymous}</p>
      <p>{said(background, locale)}</p>
      {!retired && <p class="fine">{w.cover.grown(w.forest.growth[tree.growth])}</p>}
    </ResidentPage>
  )
}
