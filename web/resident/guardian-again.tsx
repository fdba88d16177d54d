import type { Edition } from '../../surveys/engine/definition.ts'
import type { Locale } from '../../surveys/engine/text.ts'
import { words } from '../words/words.ts'
import { Grants } from './consent-pages.tsx'
import { NoticeText } from './notice.tsx'
import { headed } from './said.tsx'

interface GuardianAgainProps {
  edition: Edition
  locale: Locale
  particulars: Readonly<Record<string, string>>
}

/**
 * A child's sheet that was sent without a guardian's yes, or long after it: it is given here, above what the
 * child has filled in, so that nothing has to be written twice.
 */
export function GuardianAgain({ edition, locale, particulars }: GuardianAgainProps) {
  const { notice: w } = words(locale)
  const { notice } = edition
  return (
    <section class="part">
      <p class="kicker">{w.guardianStep}</p>
      <p>{w.askAgain}</p>
      <div class="notice">
        <h2>{headed(notice.heading, locale)}</h2>
        <NoticeText notice={notice} locale={locale} particulars={particulars} />
      </div>
      <Grants edition={edition} locale={locale} inSheet />
      <label id="agree">
        <input type="checkbox" name="agree" value="yes" required />
        <span>{w.agreeAgain}</span>
      </label>
    </section>
  )
}
