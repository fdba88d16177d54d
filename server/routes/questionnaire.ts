import { Hono } from 'hono'
import { findSaved } from '../../db/responses.ts'
import { checkAnswers, type Problem } from '../../surveys/engine/check.ts'
import { isBlank } from '../../surveys/engine/is-blank.ts'
import { ProblemPage } from '../../web/resident/problem-page.tsx'
import { QuestionnairePage } from '../../web/resident/questionnaire-page.tsx'
import { isInHall, to } from '../../web/resident/reader.ts'
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
import { grantsAmong, withoutGrants } from '../responses/grants.ts'
import { isYesFor, yesFor } from '../responses/guardian-yes.ts'
import { lateUntil } from '../responses/late.ts'
import { inPinyin, pinyinSwitch } from '../responses/pinyin.ts'
import { carryReceipt, postedPath } from '../responses/posted-receipt.ts'
import { carriedBy, postedTo, questionnaireAddress } from '../responses/questionnaire-address.ts'
import type { Submission } from '../responses/submission.ts'
import { submit } from '../responses/submit.ts'
import { ended } from './ended.ts'
import { showStep } from './questionnaire-step.ts'

const address = '/c/:consultation/:edition{adult|child}'

/** Asking: the notice, the questions, and the plain form that comes back. */
export const questionnaireRoutes = new Hono<AppEnv>()
  .get(address, async (c) => {
    const asked = await findAsked(c, c.req.param('consultation'), c.req.param('edition'))
    return asked
      ? showStep(c, asked, c.req.query('step'))
      : answerProblem(c, 'unknown-consultation')
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
    if (!asked) return answerProblem(c, 'unknown-consultation')
    const submission = readForm(asked, form)
    if (!submission) return answerProblem(c, 'unknown-field')
    if (!isReadable(submission.answers) || !isReadable(submission.others)) {
      return answerProblem(c, 'bad-text')
    }
    const photos = await takePhotos(asked.edition, form, submission)
    const agreed = form.get('agree') === 'yes' || cameByYes(c, asked, submission)
    const { kept, problems } = checkAnswers(asked.edition, submission)
    if (!agreed) return showAgain(c, asked, submission, { agreed, problems })
    const blank = problems.length === 0 && isBlank(asked.edition, kept)
    if (blank && form.get('blank') === null) return showAgain(c, asked, submission, { blank })
    return answerOutcome(c, asked, submission, { photos, problems })
  })

/** A child's sheet, opened by its guardian's yes and its own. Whoever helps gives theirs on the sheet itself. */
function cameByYes(c: AppContext, asked: Asked, { answers }: Submission): boolean {
  if (asked.audience === 'adult' || c.get('shared')?.channel === 'assisted') return false
  return isYesFor(c, asked, 'questions', grantsAmong(asked.edition, answers), c.req.query('yes'))
}

async function answerOutcome(
  c: AppContext,
  asked: Asked,
  submission: Submission,
  { photos, problems }: { photos: FormPhoto[]; problems: Problem[] },
) {
  const reader = readerOf(c)
  const { trouble } = words(reader.locale)
  const host = c.get('host')
  if (photos.length > 0 && !host.files) {
    return showAgain(c, asked, submission, { trouble: trouble.noFiles, status: 503 })
  }
  const unusable = await redrawPhotos(host, photos)
  if (unusable.length > 0) {
    return showAgain(c, asked, submission, { problems: [...problems, ...unusable] })
  }
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
      return answerProblem(c, 'unknown-consultation')
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
  const { others, id, mailbox, channel } = submission
  // Out of the browser's memory, and sent since: perhaps it is the next person who stands here.
  if (isInHall(reader) && (await findSaved(c.get('store'), id))) {
    return c.redirect(to(reader, postedPath), 303)
  }
  const { problems = [], agreed = true, blank, trouble, status = 422 } = again
  const answers = agreed ? submission.answers : withoutGrants(edition, submission.answers)
  const filled = { answers, others }
  const clips = await clipsFor(c, asked)
  const sheet = { edition, filled, problems, seed: id, locale: reader.locale, clips }
  const { particulars } = consultation
  const on = (await c.req.formData()).get('pinyin') === '1'
  const grants = grantsAmong(edition, answers)
  const yes = agreed ? yesFor(c, asked, 'questions', grants) : undefined
  const carried = { ...carriedBy(c), mailbox, channel, grants, yes }
  const here = { ...carried, pinyin: !on }
  const other = questionnaireAddress(reader, consultation.id, asked.audience, here, 'questions')
  const pinyin = pinyinSwitch(reader, edition, on, other)
  const page = QuestionnairePage({
    ...{ reader, sheet, consultation: consultation.id, version, particulars, pinyin },
    ...{ mailbox, channel, agreed, blank, trouble },
    late: lateUntil(consultation, c.get('now')()),
    action: postedTo(reader, consultation.id, asked.audience, carried),
  })
  return render(c, inPinyin(page, pinyin, edition), status)
}
