import type { Audience } from '../../surveys/engine/definition.ts'
import type { Locale } from '../../surveys/engine/text.ts'
import { words } from '../words/words.ts'

/** What the script shows where a draft of an earlier visit lies on this phone. */
export function DraftOffer({ locale, audience }: { locale: Locale; audience: Audience }) {
  const { draft, resume, restart } = words(locale).form
  return (
    <aside class="told" id="draft" hidden>
      {draft[audience]}
      <TwoWays onward={resume} afresh={restart} />
    </aside>
  )
}

interface ChangesOfferProps {
  locale: Locale
  /** The public half of the receipt code: what lies on the phone opens nothing. */
  response: string
  /** How often it was corrected before. */
  revision: number
}

/** The same where a correction was begun and not saved. */
export function ChangesOffer({ locale, response, revision }: ChangesOfferProps) {
  const { form, script } = words(locale)
  return (
    <aside
      class="told"
      id="changes"
      data-response={response}
      data-revision={revision}
      data-sure={script.sure}
      hidden
    >
      {form.changes}
      <TwoWays onward={form.resumeChanges} afresh={form.dropChanges} />
    </aside>
  )
}

function TwoWays({ onward, afresh }: { onward: string; afresh: string }) {
  return (
    <p class="steps">
      <button type="button" class="go">
        {onward}
      </button>
      <button type="button" class="plain">
        {afresh}
      </button>
    </p>
  )
}
