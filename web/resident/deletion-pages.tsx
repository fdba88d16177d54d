import { dateWords } from '../dates.ts'
import { EmptyMailbox } from '../drawings/scenes.tsx'
import { words } from '../words/words.ts'
import { ResidentPage } from './frame.tsx'
import { type Reader, to } from './reader.ts'

/** Asks once before anything is lost. */
export function DeletionPage({ reader, receipt }: { reader: Reader; receipt: string }) {
  const w = words(reader.locale).receipt
  return (
    <ResidentPage reader={reader} title={w.deletionHeading}>
      <div class="calm">
        <h1>{w.deletionHeading}</h1>
        <p class="code">{receipt}</p>
        <p>{w.deletionLead}</p>
        <form class="equal" method="post" action={to(reader, `/r/${receipt}/deletion`)}>
          <a href={to(reader, `/r/${receipt}`)}>{w.keepIt}</a>
          <button type="submit" class="danger">
            {w.confirmDeletion}
          </button>
        </form>
      </div>
    </ResidentPage>
  )
}

/** All that is left of a deleted response: when. */
export function DeletedPage({ reader, deletedAt }: { reader: Reader; deletedAt: number }) {
  const { home, receipt } = words(reader.locale)
  return (
    <ResidentPage reader={reader} title={receipt.deletedHeading}>
      <div class="calm">
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
