import { EmptyMailbox } from '../drawings/scenes.tsx'
import { words } from '../words/words.ts'
import { ResidentPage } from './frame.tsx'
import { type Reader, to } from './reader.ts'

interface ProblemPageProps {
  reader: Reader
  heading: string
  more?: string | undefined
  /** What to tell the committee when asking about it. */
  requestId?: string | undefined
  /** Another way on, beside the way home. */
  way?: { href: string; label: string } | undefined
}

/** A wrong address, an ended consultation, a fault of ours: said calmly, with a way on. */
export function ProblemPage({ reader, heading, more, requestId, way }: ProblemPageProps) {
  const w = words(reader.locale)
  return (
    <ResidentPage reader={reader} title={heading}>
      <div class="calm">
        <EmptyMailbox />
        <h1>{heading}</h1>
        {more && <p>{more}</p>}
        {way && (
          <p>
            <a class="go" href={way.href}>
              {way.label}
            </a>
          </p>
        )}
        <p>
          <a href={to(reader, '/')}>{w.home}</a>
        </p>
        {requestId && <p class="fine">{requestId}</p>}
      </div>
    </ResidentPage>
  )
}
