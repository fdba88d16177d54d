import type { Edition } from '../../../surveys/engine/definition.ts'
import type { Locale } from '../../../surveys/engine/text.ts'
import { Waiting } from '../../drawings/animals.tsx'
import { words } from '../../words/words.ts'
import { Grants } from '../consent-pages.tsx'
import { NoticeText } from '../notice.tsx'
import { headed, said } from '../said.tsx'

interface AskedAnewProps {
  edition: Edition
  locale: Locale
  particulars: Readonly<Record<string, string>>
}

/**
 * What every next child on a shared phone is asked before the questions: first its guardian, then the child
 * itself. It lies in the page, so that it needs no network; the session script shows it.
 */
export function AskedAnew({ edition, locale, particulars }: AskedAnewProps) {
  const { notice: w } = words(locale)
  const { notice, assent = notice } = edition
  return (
    <div id="anew">
      <form class="asked" autocomplete="off" hidden>
        <p class="kicker">{w.guardianStep}</p>
        <div class="notice">
          <h2>{said(notice.heading, locale)}</h2>
          <NoticeText notice={notice} locale={locale} particulars={particulars} />
        </div>
        <Grants edition={edition} locale={locale} />
        <p class="equal">
          <button type="submit">{headed(notice.agree, locale)}</button>
          <button type="button">{said(notice.decline, locale)}</button>
        </p>
      </form>
      <form class="asked" autocomplete="off" hidden>
        <p class="kicker">{w.handOver}</p>
        <Waiting />
        <h2>{said(assent.heading, locale)}</h2>
        <div class="lead">
          <NoticeText notice={assent} locale={locale} particulars={particulars} />
        </div>
        <p class="equal">
          <button type="submit">{said(assent.agree, locale)}</button>
          <button type="button">{said(assent.decline, locale)}</button>
        </p>
      </form>
    </div>
  )
}
