import { assets } from 'virtual:assets'
import type { Locale } from '../../surveys/engine/text.ts'
import { dateWords } from '../dates.ts'
import { EmptyMailbox } from '../drawings/scenes.tsx'
import { words } from '../words/words.ts'
import { ResidentPage } from './frame.tsx'
import { type Reader, to } from './reader.ts'

interface DeletionPageProps {
  reader: Reader
  receipt: string
  /** Whether a contact may have been left, which goes by a code of its own. */
  contact: boolean
  /** A code that belongs to no contact. */
  wrong?: string | undefined
}

/** Asks once before anything is lost. */
export function DeletionPage({ reader, receipt, contact, wrong }: DeletionPageProps) {
  const w = words(reader.locale).receipt
  return (
    <ResidentPage reader={reader} title={w.deletionHeading}>
      <div class="calm">
        <h1>{w.deletionHeading}</h1>
        <p class="code">{receipt}</p>
        <p>{w.deletionLead}</p>
        <form method="post" action={to(reader, `/r/${receipt}/deletion`)}>
          {contact && <ContactCode locale={reader.locale} wrong={wrong} />}
          <p class="equal">
            <a href={to(reader, `/r/${receipt}`)}>{w.keepIt}</a>
            <button type="submit" class="danger">
              {w.confirmDeletion}
            </button>
          </p>
        </form>
      </div>
    </ResidentPage>
  )
}

function ContactCode({ locale, wrong }: { locale: Locale; wrong: string | undefined }) {
  const w = words(locale).receipt
  return (
    <>
      <label class="title" for="contact">
        {w.deletionContact}
      </label>
      <p class="h" id="contact-h">
        {w.deletionContactHint}
      </p>
      {wrong !== undefined && (
        <p class="bad" id="contact-e" role="alert">
          {w.deletionContactWrong}
        </p>
      )}
      <input
        id="contact"
        name="contact"
        class="code"
        value={wrong}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        aria-invalid={wrong === undefined ? undefined : 'true'}
        aria-describedby={wrong === undefined ? 'contact-h' : 'contact-e contact-h'}
      />
    </>
  )
}

interface DeletedPageProps {
  reader: Reader
  /** The public half of its receipt code, by which this phone finds what was being changed in it. */
  locator: string
  deletedAt: number
}

/** All that is left of a deleted response: when. */
export function DeletedPage({ reader, locator, deletedAt }: DeletedPageProps) {
  const { home, receipt } = words(reader.locale)
  return (
    <ResidentPage
      reader={reader}
      title={receipt.deletedHeading}
      scripts={[assets.correctionScript]}
    >
      <div class="calm" id="gone" data-response={locator}>
        <EmptyMailbox />
        <h1>{receipt.deletedHeading}</h1>
        <p>{receipt.deleted(dateWords(deletedAt, reader.locale))}</p>
        <p>
          <a href={to(reader, '/')}>{home}</a>
        </p>
      </div>
    </ResidentPage>
  )
}
