import { assets } from 'virtual:assets'
import type { Channel } from '../../surveys/engine/answers.ts'
import { guardianConsents } from '../../surveys/engine/guardian-consents.ts'
import { needsYes } from '../../surveys/engine/needs-yes.ts'
import { textIn } from '../../surveys/engine/text.ts'
import { dateWords } from '../dates.ts'
import { words } from '../words/words.ts'
import { AskedAnew } from './assist/asked-anew.tsx'
import { AssistedPart } from './assist/assisted-part.tsx'
import { ClearByHand } from './assist/clear-by-hand.tsx'
import { Companion } from './companion.tsx'
import { DraftOffer } from './draft-offer.tsx'
import { formEncoding } from './form-encoding.ts'
import { ResidentPage } from './frame.tsx'
import { GuardianAgain } from './guardian-again.tsx'
import { needsOf } from './kinds/needs.ts'
import { NoticeText } from './notice.tsx'
import { PageRules } from './page-data.tsx'
import { type Pinyin, PinyinSwitch } from './pinyin/pinyin-switch.tsx'
import { ProblemSummary, titleAgain } from './problem-summary.tsx'
import { QuestionBlock } from './question.tsx'
import { type Reader, to, toStart } from './reader.ts'
import { headed, said } from './said.tsx'
import { picks, type Sheet } from './sheet.ts'
import { Progress, StepButtons } from './step-buttons.tsx'

interface QuestionnairePageProps {
  reader: Reader
  sheet: Sheet
  consultation: string
  version: number
  particulars: Readonly<Record<string, string>>
  /** Where the plain form goes. */
  action: string
  mailbox?: string | undefined
  channel: Channel
  /** The tick below the notice, or a guardian's yes. Undefined: nothing was sent yet. */
  agreed?: boolean | undefined
  /** Nothing was answered: sent once more, it counts as it is. */
  blank?: boolean | undefined
  /** A sentence above everything, when the answers could not be stored. */
  trouble?: [heading: string, more: string] | undefined
  pinyin?: Pinyin | undefined
  /** The consultation has ended: until when what was begun in time is taken. */
  late?: number | undefined
}

/** The questionnaire: one long form without the script, step by step with it. */
export function QuestionnairePage(props: QuestionnairePageProps) {
  const { reader, sheet, consultation, version, mailbox, channel, agreed, trouble } = props
  const { shared } = reader
  const { edition, locale } = sheet
  const w = words(locale)
  const child = edition.audience === 'child'
  const again = sheet.problems.length + (agreed === false ? 1 : 0)
  const asksGuardian = child && agreed === false && shared?.channel !== 'assisted'
  return (
    <ResidentPage
      reader={reader}
      title={titleAgain(textIn(edition.title, locale), again, locale)}
      look={edition.audience}
      {...needsOf(edition)}
      scripts={[child ? assets.childScript : undefined]}
    >
      {shared && (
        <p class="kicker">
          <a href={toStart(reader, shared)}>{w.assist.start}</a>
        </p>
      )}
      <h1>{(edition.pinyin ? said : headed)(edition.title, locale)}</h1>
      {props.late !== undefined && (
        <p class="told">{w.cover.late(dateWords(props.late, locale))}</p>
      )}
      <PinyinSwitch pinyin={props.pinyin} edition={edition} locale={locale} />
      {trouble && (
        <div class="summary" role="alert" tabindex={-1} autofocus>
          <h2>{trouble[0]}</h2>
          <p>{trouble[1]}</p>
        </div>
      )}
      {props.blank && (
        <p class="told" role="alert" tabindex={-1} autofocus>
          {w.form.blank}
        </p>
      )}
      <ClearByHand reader={reader} />
      <ProblemSummary sheet={sheet} agreed={agreed !== false} />
      {/* A phone that is everybody's keeps no draft, and what comes back with problems is newer than one. */}
      {!shared && sheet.problems.length === 0 && agreed !== false && (
        <DraftOffer locale={locale} audience={edition.audience} />
      )}
      <form
        method="post"
        action={props.action}
        enctype={formEncoding(edition)}
        id="form"
        data-send
        data-kiosk={shared?.channel}
        autocomplete={shared && 'off'}
      >
        <input type="hidden" name="id" value={sheet.seed} />
        <input type="hidden" name="v" value={String(version)} />
        {mailbox && <input type="hidden" name="m" value={mailbox} />}
        <input type="hidden" name="channel" value={channel} />
        {shared && <input type="hidden" name="a" value={shared.token} />}
        {props.blank && <input type="hidden" name="blank" value="1" />}
        {props.pinyin?.on && <input type="hidden" name="pinyin" value="1" />}
        <Progress child={child} />
        {asksGuardian && <GuardianAgain {...{ edition, locale }} particulars={props.particulars} />}
        {child ? <Companion words={w.praise} /> : <AdultNotice {...props} />}
        {shared?.channel === 'assisted' && (
          <AssistedPart locale={locale} audience={edition.audience} agreed={agreed} />
        )}
        <Sections sheet={sheet} asksGuardians={asksGuardian || (Boolean(shared) && child)} />
        {/* Shown by a script below a text with a telephone number in it. */}
        <p class="h" id="phone" role="status" hidden>
          {w.form.phone[edition.audience]}
        </p>
        <StepButtons
          single={child || Boolean(reader.elder)}
          send={child ? w.form.sendChild : w.form.send}
          locale={locale}
        />
        <ClearByHand reader={reader} />
      </form>
      <PageRules
        consultation={consultation}
        edition={edition}
        version={version}
        locale={locale}
        receipts={to(reader, '/r/~', { new: '1' })}
      />
      {shared && child && <AskedAnew {...{ edition, locale }} particulars={props.particulars} />}
    </ResidentPage>
  )
}

interface SectionsProps {
  sheet: Sheet
  /** Guardians are asked on this very page, one after the other, so every question must lie in it. */
  asksGuardians?: boolean
}

/**
 * The sections with their questions, as the questionnaire and the correction show them. What only a guardian's
 * yes brings is left out without it, also where no script looks at conditions.
 */
export function Sections({ sheet, asksGuardians }: SectionsProps) {
  const { edition, locale } = sheet
  const refused = new Set(
    guardianConsents(edition)
      .map(({ id }) => id)
      .filter((id) => !asksGuardians && !picks(sheet, id).includes('yes')),
  )
  return (
    <>
      {edition.sections
        .filter(({ showIf }) => !needsYes(showIf, refused))
        .map((section) => (
          <section class="part">
            {section.title && <h2>{(edition.pinyin ? said : headed)(section.title, locale)}</h2>}
            {section.intro && <p>{said(section.intro, locale)}</p>}
            {section.questions
              .filter(({ showIf }) => !needsYes(showIf, refused))
              .map((question) => (
                <QuestionBlock
                  question={question}
                  sheet={sheet}
                  depends={Boolean(question.showIf ?? section.showIf)}
                />
              ))}
          </section>
        ))}
    </>
  )
}

// The tick is never set for anyone: it is the consent.
function AdultNotice({
  reader,
  sheet,
  consultation,
  mailbox,
  particulars,
  agreed,
}: QuestionnairePageProps) {
  const { edition, locale } = sheet
  const { notice } = edition
  const w = words(locale)
  const assisted = reader.shared?.channel === 'assisted'
  return (
    <section class="part">
      <p class="lead">{said(edition.intro, locale)}</p>
      <div class="notice">
        <h2>{headed(notice.heading, locale)}</h2>
        <NoticeText notice={notice} locale={locale} particulars={particulars} open={3} />
        <label id="agree">
          <input type="checkbox" name="agree" value="yes" required checked={agreed === true} />
          <span>{assisted ? w.assist.agree : said(notice.agree, locale)}</span>
        </label>
        <a href={to(reader, `/c/${consultation}/adult`, { m: mailbox, step: 'declined' })}>
          {said(notice.decline, locale)}
        </a>
      </div>
      <p class="h">{w.form.anyQuestion}</p>
    </section>
  )
}
