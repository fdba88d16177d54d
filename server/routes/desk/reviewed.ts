import {
  decideExclusion,
  keepCounting,
  listExclusions,
  proposeExclusion,
} from '../../../db/exclusions.ts'
import { photosOf } from '../../../db/files.ts'
import type { StoredResponse } from '../../../db/response-rows.ts'
import { findBySeq } from '../../../db/responses.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { channelName, dayName } from '../../../web/desk/names.ts'
import { AccessPage } from '../../../web/desk/pictures/access-page.tsx'
import { labelWords } from '../../../web/desk/quality/label-words.ts'
import { ReviewedPage } from '../../../web/desk/quality/reviewed-page.tsx'
import { isOpenToday, openToday } from '../../desk/access/looks.ts'
import { notAllowed } from '../../desk/access/not-allowed.ts'
import { may } from '../../desk/access/permissions.ts'
import { by, memberOf, staffRouter } from '../../desk/access/session.ts'
import { cut, readForm, tidy } from '../../desk/form.ts'
import { deskPlace } from '../../desk/place.ts'
import { askedOf, qualityLabels, quotedTitle } from '../../desk/quality/quality.ts'
import { type Results, resultsAsked } from '../../desk/results/results.ts'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'
import { isStorable } from '../../request/stored-text.ts'

/** One response that carries a label: looked at, and decided by two people whether it should count. */
export const reviewedRoutes = staffRouter()

const path = '/c/:consultation/quality/:seq{[0-9]{1,15}}'
const longestReason = 200

reviewedRoutes.get(path, (c) => page(c))

reviewedRoutes.post(`${path}/access`, async (c) => {
  const found = await findReviewed(c)
  if (!found || !mayRead(c)) return c.notFound()
  const purpose = cut(tidy((await readForm(c))('purpose')), 100)
  if (purpose.length < 4) return accessPage(c, found.results, true)
  await openToday(c, lookAtChildren(found.results), purpose)
  return back(c)
})

reviewedRoutes.post(path, async (c) => {
  const found = await findReviewed(c)
  if (!found) return c.notFound()
  const reason = tidy((await readForm(c))('reason'))
  const isGood = reason !== '' && [...reason].length <= longestReason && isStorable(reason)
  if (!isGood) return page(c, reason)
  const { results, response } = found
  const done = await proposeExclusion(c.var.store, results.versionId, response.seq, reason, by(c))
  return done ? back(c, 'saved') : c.notFound()
})

reviewedRoutes.post(`${path}/decision`, async (c) => {
  const [found, field] = [await findReviewed(c), await readForm(c)]
  const state = field('state')
  if (!found || (state !== 'excluded' && state !== 'kept')) return c.notFound()
  // Nobody takes away a voice they have not heard.
  if (state === 'excluded' && !mayRead(c)) return notAllowed(c)
  const { results, response, proposal } = found
  const { store } = c.var
  const done = proposal
    ? await decideExclusion(store, results.versionId, response.seq, state, by(c))
    : state === 'kept' &&
      (await keepCounting(store, results.versionId, response.seq, '看过了', by(c)))
  return done ? back(c, 'saved') : c.notFound()
})
const mayRead = (c: AppContext) => may(memberOf(c).role, 'read responses')

interface Reviewed {
  results: Results
  response: StoredResponse
  labels: NonNullable<ReturnType<Awaited<ReturnType<typeof qualityLabels>>['labels']['get']>>
  proposal: Awaited<ReturnType<typeof listExclusions>>[number] | undefined
}

/** The response the address asks for; only what carries a label, or did when somebody spoke about it, opens here. */
async function findReviewed(c: AppContext): Promise<Reviewed | undefined> {
  const results = await resultsAsked(c)
  const seq = Number(c.req.param('seq'))
  const response = results && (await findBySeq(c.var.store, results.versionId, seq))
  if (!results || !response) return
  const [{ labels }, exclusions] = await Promise.all([
    qualityLabels(c.var.store, results),
    listExclusions(c.var.store, results.versionId),
  ])
  const some = labels.get(response.seq)
  const proposal = exclusions.find((one) => one.seq === response.seq)
  return some || proposal ? { results, response, labels: some ?? [], proposal } : undefined
}

async function page(c: AppContext, problem?: string) {
  const found = await findReviewed(c)
  if (!found) return c.notFound()
  const { results, response, labels, proposal } = found
  const { consultation, audience } = results
  if (mayRead(c) && audience === 'child' && !(await isOpenToday(c, lookAtChildren(results))))
    return accessPage(c, results)
  const { seq, day, channel } = response
  const shown = ReviewedPage({
    place: await deskPlace(c),
    consultation: { id: consultation.id, title: textIn(consultation.title, 'zh-CN') },
    ...{ audience, seq, problem },
    came: `${dayName(day)}收到 · ${channelName(channel)}`,
    labels: labels.map((label) => {
      return { kind: label.kind, said: labelWords(label, quotedTitle(results)) }
    }),
    proposal: proposal && { ...proposal, isMine: proposal.proposedBy === memberOf(c).id },
    answers: mayRead(c) ? await readAnswers(c, results, response) : undefined,
    saved: c.req.query('saved') !== undefined,
  })
  return render(c, shown, problem === undefined ? 200 : 422)
}

/** What was answered; who looked is written down, once a day for each response. */
async function readAnswers(c: AppContext, results: Results, response: StoredResponse) {
  const object = `${results.consultation.id}/${results.audience}/${response.seq}`
  const look = { action: 'look at response', object }
  if (!(await isOpenToday(c, look))) await openToday(c, look)
  const photos = await photosOf(c.var.store, response.id)
  return {
    ...{ edition: askedOf(results), filled: response.filled },
    photos: photos.map(({ id, state }) => ({ id, state })),
  }
}

const lookAtChildren = ({ consultation, audience }: Results) => ({
  ...{ action: 'look at responses', object: `${consultation.id}/${audience}` },
})

async function accessPage(c: AppContext, { consultation }: Results, problem = false) {
  const { consultation: id = '', seq } = c.req.param()
  const shown = AccessPage({
    place: await deskPlace(c),
    consultation: { title: textIn(consultation.title, 'zh-CN') },
    ...{ title: `第 ${seq} 份答卷`, what: '孩子的答卷', problem },
    action: `/desk/c/${id}/quality/${seq}/access?edition=child`,
  })
  return render(c, shown, problem ? 422 : 200)
}

function back(c: AppContext, told?: 'saved') {
  const { consultation, seq } = c.req.param()
  const edition = c.req.query('edition') ?? 'adult'
  const query = `?edition=${edition}${told ? `&${told}` : ''}`
  return c.redirect(`/desk/c/${consultation}/quality/${seq}${query}`, 303)
}
