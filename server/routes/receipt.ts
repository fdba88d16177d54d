import { Hono } from 'hono'
import { resident } from '../../db/audit.ts'
import { correctResponse } from '../../db/response-changes.ts'
import { rateReply } from '../../db/suggestion-fate.ts'
import { checkAnswers, type Problem } from '../../surveys/engine/check.ts'
import { offersContact } from '../../surveys/engine/offers-contact.ts'
import { ratings } from '../../surveys/engine/suggestion-steps.ts'
import { filledFromForm } from '../../web/form-answers.ts'
import { CorrectionPage } from '../../web/resident/correction-page.tsx'
import { DeletedPage, DeletionPage } from '../../web/resident/deletion-pages.tsx'
import { LookUpPage } from '../../web/resident/look-up-page.tsx'
import { ProblemPage } from '../../web/resident/problem-page.tsx'
import { isInHall, startOf, to } from '../../web/resident/reader.ts'
import { ReceiptPage } from '../../web/resident/receipt-page.tsx'
import { ResponsePage } from '../../web/resident/response-page.tsx'
import { words } from '../../web/words/words.ts'
import { contactOfCode } from '../contacts/contact.ts'
import { keepPhotos } from '../files/keep-photo.ts'
import { deleteFilesOf } from '../files/photos-of-response.ts'
import type { AppContext, AppEnv } from '../host.ts'
import { publicReplies } from '../releases/public-suggestions.ts'
import { answerProblem } from '../request/problems.ts'
import { readerOf } from '../request/reader.ts'
import { render } from '../request/render.ts'
import { isReadable } from '../request/stored-text.ts'
import { decisionsAbout } from '../responses/decisions-about.ts'
import { deleteWhole } from '../responses/delete-response.ts'
import { namedPhotos, redrawPhotos, takePhotos } from '../responses/form-photos.ts'
import { type LookedUpResponse, lookedUpResponse, suggestionOf } from '../responses/looked-up.ts'
import { carriedReceipt, carryReceipt, postedPath } from '../responses/posted-receipt.ts'
import { lookUpReceipt } from '../responses/receipt-lookup.ts'
import { readReceipt } from '../responses/receipts.ts'

/** What the code on a receipt opens: seeing, correcting and deleting one's own response. */
export const receiptRoutes = new Hono<AppEnv>()
  .get(postedPath, async (c) => {
    if (!isInHall(readerOf(c))) return c.redirect('/r', 303)
    const code = carriedReceipt(c)
    return code ? await withLookedUp(c, code, showPosted) : await putAway(c)
  })
  .use('/r/*', (c, next) => (isInHall(readerOf(c)) ? elsewhere(c) : next()))
  .get('/r', (c) => render(c, LookUpPage({ reader: readerOf(c) })))
  .post('/r', async (c) => {
    const code = (await c.req.formData()).get('code')
    const typed = typeof code === 'string' ? code : ''
    const read = readReceipt(typed)
    return read ? c.redirect(to(readerOf(c), `/r/${read.receipt}`), 303) : unknown(c, typed)
  })
  .get('/r/:receipt', (c) => withLookedUp(c, c.req.param('receipt'), showReceipt))
  .get('/r/:receipt/correction', (c) =>
    withLookedUp(c, c.req.param('receipt'), (found) => showCorrection(c, found)),
  )
  .post('/r/:receipt/correction', (c) =>
    withLookedUp(c, c.req.param('receipt'), (found) => correct(c, found)),
  )
  .post('/r/:receipt/rating', (c) =>
    withLookedUp(c, c.req.param('receipt'), (found) => rate(c, found)),
  )
  .get('/r/:receipt/deletion', (c) =>
    withLookedUp(c, c.req.param('receipt'), (found) => showDeletion(c, found)),
  )
  .post('/r/:receipt/deletion', (c) =>
    withLookedUp(c, c.req.param('receipt'), (found) => remove(c, found)),
  )

type Answer = Response | Promise<Response>

async function withLookedUp(
  c: AppContext,
  code: string,
  answer: (found: LookedUpResponse, c: AppContext) => Answer,
): Promise<Response> {
  const found = await lookUpReceipt(c, code)
  const reader = readerOf(c)
  switch (found.kind) {
    case 'found':
      return answer(await lookedUpResponse(c, found.response, found.receipt), c)
    case 'deleted':
      return render(c, DeletedPage({ reader, ...found }))
    case 'unknown': {
      const contact = await contactOfCode(c, code)
      if (!contact) return unknown(c, code)
      const typed = readReceipt(code)?.receipt
      return c.redirect(to(reader, `/contact/${contact.consultationId}/kept/${typed}`), 303)
    }
    case 'flood':
      c.header('Retry-After', '600')
      return render(
        c,
        LookUpPage({ reader, problem: words(reader.locale).receipt.busy, code }),
        429,
      )
  }
}

async function showReceipt(found: LookedUpResponse, c: AppContext): Promise<Response> {
  if (c.req.query('new')) return showStamped(found, c)
  const shown = shownOf(found, c)
  const corrected = c.req.query('corrected') !== undefined
  const decided = await decisionsAbout(c.get('store'), found)
  const suggestion = await toldFate(c, found)
  return render(c, ResponsePage({ ...shown, suggestion, decided, corrected }))
}

/** What became of a suggestion, and whether everybody can read the same. */
async function toldFate(c: AppContext, { suggestion, consultation }: LookedUpResponse) {
  if (!suggestion) return
  const { card, reply } = suggestion
  const told = card && reply ? await publicReplies(c.get('store'), consultation.id) : undefined
  return { ...suggestion, isPublic: card !== undefined && told?.get(card.leadNumber) === reply }
}

/** On a device in a hall, for as long as nobody else has begun. */
function showPosted(found: LookedUpResponse, c: AppContext): Answer {
  carryReceipt(c, found.receipt)
  return showStamped(found, c)
}

/** The letter from outside. In a hall, where the next one may look on, it is never opened. */
const showStamped = (found: LookedUpResponse, c: AppContext) =>
  render(c, ReceiptPage(shownOf(found, c)))

const shownOf = (found: LookedUpResponse, c: AppContext) => ({
  ...{ reader: readerOf(c), ...found, now: c.get('now')() },
  lookUpAt: `${c.get('settings').publicOrigin}/r`,
  contact: offersContact(found.edition, found.response.filled),
  lost: c.req.query('lost') !== undefined,
})

function showCorrection(c: AppContext, found: LookedUpResponse, problems: Problem[] = []): Answer {
  const reader = readerOf(c)
  if (!isOpen(c, found)) {
    const { receipt } = words(reader.locale)
    const way = { href: to(reader, `/r/${found.receipt}`), label: receipt.see }
    const heading = receipt.correctionClosed
    return render(c, ProblemPage({ reader, heading, way }), 410)
  }
  return render(c, CorrectionPage({ reader, ...found, problems }), problems.length > 0 ? 422 : 200)
}

async function correct(c: AppContext, found: LookedUpResponse): Promise<Response> {
  if (!isOpen(c, found)) return showCorrection(c, found)
  const host = c.get('host')
  const { edition } = found
  const { id, locator, filled: before } = found.response
  const form = await c.req.formData()
  const filled = filledFromForm(edition, form)
  if (!isReadable(filled)) return answerProblem(c, 'bad-text')
  const photos = await takePhotos(edition, form, { id, ...filled }, before.answers)
  const { kept, problems } = checkAnswers(edition, filled)
  problems.push(...(await redrawPhotos(host, photos)))
  if (problems.length > 0) {
    // What was refused is not there to be kept: the question shows again what was sent before.
    for (const { question } of photos) {
      delete filled.answers[question]
      if (before.answers[question]) filled.answers[question] = before.answers[question]
    }
    return showCorrection(c, { ...found, response: { ...found.response, filled } }, problems)
  }
  await correctResponse(c.get('store'), locator, kept, c.get('now')())
  const lost = await keepPhotos(host, id, photos)
  await deleteFilesOf(host, id, namedPhotos(edition, kept.answers))
  const told = { corrected: '1', lost }
  return c.redirect(to(readerOf(c), `/r/${found.receipt}`, told), 303)
}

// Once said, it stands; a reply that changes may be judged anew.
async function rate(c: AppContext, found: LookedUpResponse): Promise<Response> {
  const said = (await c.req.formData()).get('rating')
  const rating = ratings.find((one) => one === said)
  const made = suggestionOf(found)
  const mayRate = found.suggestion?.card?.outcome && found.suggestion.rating === null
  if (made && mayRate && rating) await rateReply(c.get('store'), made, rating, c.get('now')())
  return c.redirect(to(readerOf(c), `/r/${found.receipt}`), 303)
}

function showDeletion(
  c: AppContext,
  { receipt, edition, response }: LookedUpResponse,
  wrong?: string,
) {
  const contact = wrong !== undefined || offersContact(edition, response.filled)
  const page = { reader: readerOf(c), receipt, contact, wrong }
  return render(c, DeletionPage(page), wrong === undefined ? 200 : 422)
}

// Only the resident knows which contact is theirs: with its code both go at once.
async function remove(c: AppContext, found: LookedUpResponse): Promise<Response> {
  const { id, locator } = found.response
  const code = String((await c.req.formData()).get('contact') ?? '').trim()
  const contact = code === '' ? undefined : await contactOfCode(c, code)
  if (code !== '' && !contact) return showDeletion(c, found, code.slice(0, 80))
  await deleteWhole(c.get('host'), { id, locator }, resident(c.get('now')()), contact?.id)
  return c.redirect(to(readerOf(c), `/r/${found.receipt}`), 303)
}

async function elsewhere(c: AppContext): Promise<Response> {
  const reader = readerOf(c)
  const { receipt, assist } = words(reader.locale)
  return render(c, ProblemPage({ reader, heading: receipt.lookUp, more: assist.hall.elsewhere }))
}

// The next person who went back, or a browser that keeps no cookie.
async function putAway(c: AppContext): Promise<Response> {
  const reader = readerOf(c)
  const { hall } = words(reader.locale).assist
  const way = reader.shared && { href: startOf(reader.shared), label: hall.restart }
  const page = { reader, heading: hall.putAwayHeading, more: hall.putAway, way }
  return render(c, ProblemPage(page), 410)
}

const isOpen = (c: AppContext, { until }: LookedUpResponse) => c.get('now')() <= until

// One sentence for every wrong code, whatever is wrong with it.
function unknown(c: AppContext, typed: string) {
  const reader = readerOf(c)
  const problem = words(reader.locale).receipt.unknown
  return render(c, LookUpPage({ reader, problem, code: typed.slice(0, 80) }), 404)
}
