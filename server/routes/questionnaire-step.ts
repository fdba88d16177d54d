import { randomUUID } from 'node:crypto'
import { AssentPage, DeclinedPage, GuardianPage } from '../../web/resident/consent-pages.tsx'
import type { Pinyin } from '../../web/resident/pinyin/pinyin-switch.tsx'
import { QuestionnairePage } from '../../web/resident/questionnaire-page.tsx'
import { to, toStart } from '../../web/resident/reader.ts'
import { clipsFor } from '../files/clips.ts'
import type { AppContext } from '../host.ts'
import { answerProblem } from '../request/problems.ts'
import { readerOf } from '../request/reader.ts'
import { render } from '../request/render.ts'
import type { Asked } from '../responses/asked.ts'
import { grantedAnswers } from '../responses/grants.ts'
import { isYesFor, yesFor } from '../responses/guardian-yes.ts'
import { lateUntil } from '../responses/late.ts'
import { inPinyin, pinyinSwitch } from '../responses/pinyin.ts'
import { putReceiptAway } from '../responses/posted-receipt.ts'
import {
  type Carried,
  carriedBy,
  postedTo,
  questionnaireAddress,
} from '../responses/questionnaire-address.ts'
import { ended } from './ended.ts'

/** One step of asking: a guardian's page, a child's, or the questions. */
export async function showStep(c: AppContext, asked: Asked, step: string | undefined) {
  const reader = readerOf(c)
  putReceiptAway(c)
  const { consultation, audience, edition, version } = asked
  const { particulars } = consultation
  const now = c.get('now')()
  if (now < consultation.opensAt) return answerProblem(c, 'unknown-consultation')
  const carried = carriedBy(c)
  const late = lateUntil(consultation, now)
  if (late !== undefined && !(carried.finish && now <= late)) {
    const begun = { ...carried, finish: true }
    const again = questionnaireAddress(reader, consultation.id, audience, begun)
    return ended(c, reader, consultation, again)
  }
  const at = (more: Partial<Carried> = {}, name?: string) =>
    questionnaireAddress(reader, consultation.id, audience, { ...carried, ...more }, name)
  if (step === 'declined') {
    const door = carried.mailbox ? to(reader, `/m/${carried.mailbox}`) : at()
    const back = reader.shared ? toStart(reader, reader.shared) : door
    return render(c, DeclinedPage({ reader, back }))
  }
  const yes = c.req.query('yes')
  const other = at({ yes, pinyin: !carried.pinyin }, step)
  const pinyin = pinyinSwitch(reader, edition, carried.pinyin, other)
  const before = audience === 'child' && askBefore(c, asked, step, at, pinyin)
  if (before) return before
  const sheet = {
    edition,
    filled: { answers: grantedAnswers(edition, carried.grants), others: {} },
    problems: [],
    seed: randomUUID(),
    locale: reader.locale,
    clips: await clipsFor(c, asked),
  }
  const page = { reader, sheet, consultation: consultation.id, version, particulars, pinyin, late }
  const action = postedTo(reader, consultation.id, audience, { ...carried, yes })
  return render(c, inPinyin(QuestionnairePage({ ...carried, ...page, action }), pinyin, edition))
}

/** What a child's questions wait for: its guardian's yes, and then its own. */
function askBefore(
  c: AppContext,
  asked: Asked,
  step: string | undefined,
  at: (more?: Partial<Carried>, name?: string) => string,
  pinyin: Pinyin | undefined,
) {
  const { edition, consultation } = asked
  const { grants } = carriedBy(c)
  const { particulars } = consultation
  const page = { reader: readerOf(c), edition, particulars, declined: at({}, 'declined') }
  if (step !== 'child' && step !== 'questions') {
    const onward = at({ grants: [], yes: yesFor(c, asked, 'child', []) }, 'child')
    return render(c, GuardianPage({ ...page, onward }))
  }
  // An address that was passed on or kept: whoever opens it is no guardian who has just agreed.
  if (!isYesFor(c, asked, step, step === 'child' ? [] : grants, c.req.query('yes'))) {
    return c.redirect(at({ grants: [] }), 302)
  }
  if (step === 'questions') return undefined
  const onward = at({ yes: yesFor(c, asked, 'questions', grants) }, 'questions')
  return render(c, inPinyin(AssentPage({ ...page, onward, pinyin }), pinyin, edition))
}
