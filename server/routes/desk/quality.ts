import { decideExclusion, listExclusions, proposeExclusion } from '../../../db/exclusions.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { dayName } from '../../../web/desk/names.ts'
import { type Proposal, QualityPage } from '../../../web/desk/quality/quality-page.tsx'
import { readForm, tidy } from '../../desk/form.ts'
import { deskPlace } from '../../desk/place.ts'
import { comparesSides, labelWords, qualityLabels, sideBySide } from '../../desk/quality.ts'
import { findResults, type Results } from '../../desk/results.ts'
import { memberOf, staffRouter } from '../../desk/session.ts'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'
import { isStorable } from '../../request/stored-text.ts'

/** Responses worth a look, and the decision of two people that one should not count. */
export const qualityRoutes = staffRouter()

const path = '/c/:consultation/quality'
const one = `${path}/:seq{[0-9]{1,15}}`
const listedAtOnce = 50
const longestReason = 200

qualityRoutes.get(path, (c) => page(c))

qualityRoutes.post(one, async (c) => {
  const results = await resultsAsked(c)
  if (!results) return c.notFound()
  const seq = Number(c.req.param('seq'))
  const reason = tidy((await readForm(c))('reason'))
  const isGood = reason !== '' && [...reason].length <= longestReason && isStorable(reason)
  if (!isGood) return page(c, { seq, reason })
  const done = await proposeExclusion(c.var.store, results.versionId, seq, reason, by(c))
  return done ? back(c) : c.notFound()
})

qualityRoutes.post(`${one}/decision`, async (c) => {
  const results = await resultsAsked(c)
  const state = (await readForm(c))('state')
  if (!results || (state !== 'excluded' && state !== 'kept')) return c.notFound()
  const seq = Number(c.req.param('seq'))
  const done = await decideExclusion(c.var.store, results.versionId, seq, state, by(c))
  return done ? back(c) : c.notFound()
})

const by = (c: AppContext) => ({ at: c.var.now(), actor: memberOf(c).id })

function back(c: AppContext) {
  const edition = c.req.query('edition') ?? 'adult'
  return c.redirect(`/desk/c/${c.req.param('consultation')}/quality?edition=${edition}&saved`, 303)
}

function resultsAsked(c: AppContext) {
  return findResults(c, c.req.param('consultation') ?? '', c.req.query('edition') ?? 'adult')
}

async function page(c: AppContext, problem?: { seq: number; reason: string }) {
  const results = await resultsAsked(c)
  if (!results) return c.notFound()
  const { consultation, audience, columns, versionId } = results
  const [{ labels, timed }, found] = await Promise.all([
    qualityLabels(c.var.store, results),
    listExclusions(c.var.store, versionId),
  ])
  const proposals = found.map(
    (one): Proposal => ({ ...one, isMine: one.proposedBy === memberOf(c).id }),
  )
  const of = new Map(proposals.map((proposal) => [proposal.seq, proposal]))
  const open = [...labels].filter(([seq]) => of.get(seq)?.state !== 'proposed')
  const excluded = proposals.filter(({ state }) => state === 'excluded').length
  const count = (kind: string) =>
    [...labels.values()].filter((some) => some.some((label) => label.kind === kind)).length
  const asked = c.req.query('q') ?? ''
  const shown = QualityPage({
    place: await deskPlace(c),
    consultation: { id: consultation.id, title: textIn(consultation.title, 'zh-CN') },
    audiences: consultation.editions.map((edition) => edition.audience),
    ...{ audience, asked, proposals, problem, timed },
    received: columns.count + excluded,
    valid: columns.count,
    counts: {
      ...{ fast: count('fast'), straight: count('straight') },
      ...{ twin: count('twin'), burst: count('burst') },
    },
    flagged: open.slice(0, listedAtOnce).map(([seq, some]) => ({
      ...{ seq, day: dayOfSeq(results, seq), proposal: of.get(seq) },
      labels: some.map((label) => labelWords(label, results)),
    })),
    more: open.length > listedAtOnce,
    questions: [...questionsOf(results.edition).values()].filter(comparesSides).map((question) => ({
      id: question.id,
      label: `${question.number ? `${question.number}. ` : ''}${textIn(question.title, 'zh-CN')}`,
    })),
    sides: sideBySide(results, asked, labels),
    saved: c.req.query('saved') !== undefined,
  })
  return render(c, shown, problem ? 422 : 200)
}

function dayOfSeq({ columns: { columns } }: Results, seq: number): string {
  const at = columns.get('@seq')?.indexOf(seq as never) ?? -1
  return at < 0 ? '' : dayName(columns.get('@day')?.[at] ?? 0)
}
