import { Envelope } from '../drawings/envelope.tsx'
import { words } from '../words/words.ts'
import { ResidentPage } from './frame.tsx'
import { type Reader, to } from './reader.ts'

/** Where a receipt code is typed in. */
export function LookUpPage({ reader, problem }: { reader: Reader; problem?: string }) {
  const { receipt } = words(reader.locale)
  return (
    <ResidentPage reader={reader} title={receipt.lookUp}>
      <div class="calm">
        <Envelope />
        <h1>{receipt.lookUp}</h1>
        <p>{receipt.lookUpLead}</p>
        {problem && (
          <p class="bad" role="alert">
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
            required
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            aria-describedby="code-h"
          />
          <button type="submit" class="go">
            {receipt.open}
          </button>
        </form>
      </div>
    </ResidentPage>
  )
}
