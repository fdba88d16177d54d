import type { Locale } from '../../surveys/engine/text.ts'
import { words } from '../words/words.ts'

interface StepButtonsProps {
  /** One question at a time, not one part. */
  single: boolean
  send: string
  locale: Locale
}

/** To the next step and back again, with the script; without it there is one step, which ends in sending. */
export function StepButtons({ single, send, locale }: StepButtonsProps) {
  const { form, script } = words(locale)
  return (
    <p class="steps">
      <button type="button" class="plain ws">
        {single ? form.backOne : form.back}
      </button>
      <button type="button" class="go ws">
        {script.next}
      </button>
      {/* Without the script it is the server that says what is wrong: everything at once, in the page's own words. */}
      <button type="submit" class="go" formnovalidate>
        {send}
      </button>
    </p>
  )
}

/** Where the script says which question it is. Children are told at once: room is kept, so that nothing moves. */
export const Progress = ({ child }: { child: boolean }) => (
  <p class={child ? 'progress room' : 'progress'} id="progress" role="status" />
)
