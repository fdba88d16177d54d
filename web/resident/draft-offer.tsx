import type { Audience } from '../../surveys/engine/definition.ts'
import type { Locale } from '../../surveys/engine/text.ts'
import { words } from '../words/words.ts'

/** What the script shows where a draft of an earlier visit lies on this phone. */
export function DraftOffer({ locale, audience }: { locale: Locale; audience: Audience }) {
  const { draft, resume, restart } = words(locale).form
  return (
    <aside class="told" id="draft" hidden>
      {draft[audience]}
      <p class="steps">
        <button type="button" class="go">
          {resume}
        </button>
        <button type="button" class="plain">
          {restart}
        </button>
      </p>
    </aside>
  )
}
