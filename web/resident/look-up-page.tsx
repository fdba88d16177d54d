import { Envelope } from '../drawings/envelope.tsx'
import { words } from '../words/words.ts'
import { ResidentPage } from './frame.tsx'
import { type Reader, to } from './reader.ts'

interface LookUpPageProps {
  reader: Reader
  problem?: string
  /** What was typed: a single wrong letter should not cost all twenty. */
  code?: string | undefined
}

/** Where a receipt code is typed in. */
export function LookUpPage({ reader, problem, code }: LookUpPageProps) {
  const { receipt } = words(reader.locale)
  return (
    <ResidentPage reader={reader} title={receipt.lookUp}>
      <div class="calm">
        <Envelope />
        <h1>{receipt.lookUp}</h1>
        <p>{receipt.lookUpLead}</p>
        {problem && (
          <p class="bad" role="alert" id="code-e">
            {problem}
          </p>
        )}
        <form method="post" action={to(reader, '/r')}>
          <label class="title" for="code">
            {receipt.code}
          </label>
          <p class="h" id="code-h">
            {receipt.codeHint}
          </p>
          <input
            id="code"
            name="code"
            class="code"
            value={code}
            required
            autofocus={problem !== undefined}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            aria-invalid={problem ? 'true' : undefined}
            aria-describedby={problem ? 'code-e code-h' : 'code-h'}
          />
          <button type="submit" class="go">
            {receipt.open}
          </button>
        </form>
      </div>
    </ResidentPage>
  )
}
