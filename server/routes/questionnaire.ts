import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { findSaved } from '../../db/responses.ts'
import { checkAnswers, type Problem } from '../../surveys/engine/check.ts'
import { isBlank } from '../../surveys/engine/is-blank.ts'
import { AssentPage, DeclinedPage, GuardianPage } from '../../web/resident/consent-pages.tsx'
import { ProblemPage } from '../../web/resident/problem-page.tsx'
import { QuestionnairePage } from '../../web/resident/questionnaire-page.tsx'
import { isInHall, to, toStart } from '../../web/resident/reader.ts'
import { words } from '../../web/words/words.ts'
import { clipsFor } from '../files/clips.ts'
import { keepPhotos } from '../files/keep-photo.ts'
import type { AppContext, AppEnv } from '../host.ts'
import { hasParts } from '../request/body.ts'
import { answerProblem } from '../request/problems.ts'
import { readerOf } from '../request/reader.ts'
import { render } from '../request/render.ts'
import { isReadable } from '../request/stored-text.ts'
import { type Asked, findAsked } from '../responses/asked.ts'
import {
  type FormPhoto,
  photoQuestions,
  redrawPhotos,
  takePhotos,
} from '../responses/form-photos.ts'
import { readForm } from '../responses/form-submission.ts'
import { grantedAnswers, grantsAmong } from '../responses/grants.ts'
import { lateMs } from '../responses/late.ts'
import { inPinyin, pinyinSwitch } from '../responses/pinyin.ts'
import { carryReceipt, postedPath, putReceiptAway } from '../responses/posted-receipt.ts'
import { carriedBy, questionnaireAddress } from '../responses/questionnaire-address.ts'
import type { Submission } from '../responses/submission.ts'
import { submit } from '../responses/submit.ts'
import { ended } from './ended.ts'

const address = '/c/:consultation/:edition{adult|child}'

/** Asking: the notice, the questions, and the plain form that comes back. */
export const questionnaireRoutes = new Hono<AppEnv>()
  .get(address, async (c) => {
    const asked = await findAsked(c, c.req.param('consultation'), c.req.param('edition'))
    return asked ? showStep(c, asked, c.req.query('step')) : unknownConsultation(c)
  })
  .post(address, async (c) => {
    const form = await c.req.formData()
    const asked = await findAsked(
      c,
      c.req.param('consultation'),
      c.req.param('edition'),
      Number(form.get('v')),
    )
    const mayHaveFiles = asked && photoQuestions(asked.edition).length > 0
    if (hasParts(c) && !mayHaveFiles) return answerProblem(c, 'wrong-type')
    if (!asked) return unknownConsultation(c)
    const submission = readForm(asked, form)
    if (!submission) return answerProblem(c, 'unknown-field')
    if (!isReadable(submission.answers) || !isReadable(submission.others)) {
      return answerProblem(c, 'bad-text')
    }
    const photos = await takePhotos(asked.edition, form, submission)
    const ticks = asked.audience === 'adult' || c.get('shared')?.channel === 'assisted'
    const agreed = !ticks || form.get('agree') === 'yes'
    const { kept, problems } = checkAnswers(asked.edition, submission)
    if (!agreed) return showAgain(c, asked, submission, { agreed, problems })
    const blank = problems.length === 0 && isBlank(asked.edition, kept)
    if (blank && form.get('blank') === null) return showAgain(c, asked, submission, { blank })
    return answerOutcome(c, asked, submission, photos)
  })

async function showStep(c: AppContext, asked: Asked, step: string | undefined) {
  const reader = readerOf(c)
  putReceiptAway(c)
  const { consultation, audience, edition, version } = asked
  const { particulars } = consultation
  const now = c.get('now')()
  if (now < consultation.opensAt) return unknownConsultation(c)
  const carried = carriedBy(c)
  const isLate = now > consultation.closesAt
  if (isLate && !(carried.finish && now <= consultation.closesAt + lateMs)) {
    const begun = { ...carried, finish: true }
    const again = questionnaireAddress(reader, consultation.id, audience, begun)
    return ended(c, reader, consultation, again)
  }
  const at = (name?: string) =>
    questionnaireAddress(reader, consultation.id, audience, carried, name)
  const pages = { reader, edition, particulars, step: at }
  if (step === 'declined') {
    const door = carried.mailbox ? to(reader, `/m/${carried.mailbox}`) : at()
    const back = reader.shared ? toStart(reader, reader.shared) : door
    return render(c, DeclinedPage({ reader, back }))
  }
  if (audience === 'child' && step !== 'questions' && step !== 'child') {
    return render(c, GuardianPage(pages))
  }
  const here = (on: boolean) =>
    questionnaireAddress(reader, consultation.id, audience, { ...carried, pinyin: on }, step)
  const pinyin = pinyinSwitch(reader, edition, carried.pinyin === true, here(!carried.pinyin))
  if (audience === 'child' && step === 'child') {
    return render(c, inPinyin(AssentPage({ ...pages, pinyin }), pinyin, edition))
  }
  const sheet = {
    edition,
    filled: { answers: grantedAnswers(edition, carried.grants), others: {} },
    problems: [],
    seed: randomUUID(),
    locale: reader.locale,
    clips: await clipsFor(c, asked),
  }
  const page = { reader, sheet, consultation: consultation.id, version, particulars, pinyin }
  return render(c, inPinyin(QuestionnairePage({ ...carried, ...page }), pinyin, edition))
}

async function answerOutcome(
  c: AppContext,
  asked: Asked,
  submission: Submission,
  photos: FormPhoto[],
) {
  const reader = readerOf(c)
  const { trouble } = words(reader.locale)
  const host = c.get('host')
  if (photos.length > 0 && !host.files) {
    return showAgain(c, asked, submission, { trouble: trouble.noFiles, status: 503 })
  }
  const unusable = await redrawPhotos(host, photos)
  if (unusable.length > 0) return showAgain(c, asked, submission, { problems: unusable })
  const outcome = await submit(c, submission)
  switch (outcome.kind) {
    case 'stored': {
      const lost = await keepPhotos(host, outcome.body.id, photos)
      const { receipt } = outcome.body
      if (!isInHall(reader)) return c.redirect(to(reader, `/r/${receipt}`, { new: '1', lost }), 303)
      carryReceipt(c, receipt)
      return c.redirect(to(reader, postedPath, { lost }), 303)
    }
    case 'problems':
      return showAgain(c, asked, submission, { problems: outcome.problems })
    case 'conflict': {
      const [heading, more] = trouble.conflict
      const { consultation, audience } = asked
      const href = questionnaireAddress(reader, consultation.id, audience, submission)
      const way = { href, label: words(reader.locale).receipt.again }
      return render(c, ProblemPage({ reader, heading, more, way }), 409)
    }
    case 'gone':
      return ended(c, reader, asked.consultation)
    case 'unknown':
      return unknownConsultation(c)
    case 'busy':
      c.header('Retry-After', String(outcome.retryAfter))
      return showAgain(c, asked, submission, { trouble: trouble.busy, status: 503 })
  }
}

interface Again {
  problems?: Problem[]
  agreed?: boolean
  /** Nothing was answered: it is asked once whether that is meant. */
  blank?: boolean
  trouble?: [string, string]
  status?: 422 | 503
}

// The same page with everything still in it, and the same id: sent again it counts once.
async function showAgain(c: AppContext, asked: Asked, submission: Submission, again: Again) {
  const reader = readerOf(c)
  const { consultation, edition, version } = asked
  const { answers, others, id, mailbox, channel } = submission
  // Out of the browser's memory, and sent since: perhaps it is the next person who stands here.
  if (isInHall(reader) && (await findSaved(c.get('store'), id))) {
    return c.redirect(to(reader, postedPath), 303)
  }
  const { problems = [], agreed = true, blank, trouble, status = 422 } = again
  const filled = { answers, others }
  const clips = await clipsFor(c, asked)
  const sheet = { edition, filled, problems, seed: id, locale: reader.locale, clips }
  const { particulars } = consultation
  const on = (await c.req.formData()).get('pinyin') === '1'
  const grants = grantsAmong(edition, answers)
  const carried = { mailbox, channel }
  const here = { ...carried, grants, pinyin: !on }
  const other = questionnaireAddress(reader, consultation.id, asked.audience, here, 'questions')
  const pinyin = pinyinSwitch(reader, edition, on, other)
  const page = QuestionnairePage({
    ...{ reader, sheet, consultation: consultation.id, version, particulars, pinyin },
    ...{ ...carried, agreed, blank, trouble },
  })
  return render(c, inPinyin(page, pinyin, edition), status)
}

function unknownConsultation(c: AppContext) {
  const reader = readerOf(c)
  const [heading, more] = words(reader.locale).trouble.consultation
  return render(c, ProblemPage({ reader, heading, more }), 404)
}
