import { setHouseholds } from '../../../db/mailboxes.ts'
import { findTargets, setTargets } from '../../../db/targets.ts'
import { smallestGroup } from '../../../surveys/engine/guard.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { CoveragePage } from '../../../web/desk/coverage/coverage-page.tsx'
import { numberedTitle } from '../../../web/numbered-title.ts'
import { by, staffRouter } from '../../desk/access/session.ts'
import { areasCovered, compositions, marginsOf, weighting } from '../../desk/coverage/coverage.ts'
import { canBeWeighted, weightedTable } from '../../desk/coverage/weighted-table.ts'
import { readForm, tidy } from '../../desk/form.ts'
import { deskPlace } from '../../desk/place.ts'
import { resultsAsked } from '../../desk/results/results.ts'
import { areasFile, compositionFile, weightedFile } from '../../exports/file-tables.ts'
import { asksForFile, tablesFile } from '../../exports/tables-csv.ts'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'

/** Who answered and who did not. */
export const coverageRoutes = staffRouter()

const path = '/c/:consultation/coverage'
const mostHouseholds = 1_000_000

coverageRoutes.get(path, (c) => page(c))

coverageRoutes.post(`${path}/households`, async (c) => {
  const results = await resultsAsked(c)
  if (!results) return c.notFound()
  const field = await readForm(c)
  const typed = results.neighbourhoods.map(({ id }) => ({ id, text: tidy(field(id)) }))
  const fields = Object.fromEntries(typed.map(({ id, text }) => [id, text]))
  const isNumber = (text: string) => /^[1-9]\d{0,6}$/.test(text) && Number(text) <= mostHouseholds
  if (typed.some(({ text }) => text !== '' && !isNumber(text))) {
    return page(c, { margin: 'households', fields, problem: '户数请写整数，不知道就空着。' })
  }
  for (const { id, text } of typed) {
    const households = text === '' ? null : Number(text)
    const before = results.neighbourhoods.find((area) => area.id === id)?.households
    if (households !== before) await setHouseholds(c.var.store, id, households, by(c))
  }
  return back(c)
})

coverageRoutes.post(`${path}/targets`, async (c) => {
  const asked = await marginAsked(c)
  if (!asked) return c.notFound()
  const { margin, field, at } = asked
  const typed = margin.options.map(({ id }) => ({ id, text: tidy(field(`c-${id}`)) }))
  const shares = typed.map(({ id, text }) => ({ category: id, percent: Number(text || 0) }))
  const problem = sharesProblem(shares.map(({ percent }) => percent))
  if (problem) {
    const fields = Object.fromEntries(typed.map(({ id, text }) => [id, text]))
    return page(c, { margin: margin.question.id, fields, problem })
  }
  await setTargets(c.var.store, at, shares, by(c))
  return back(c)
})

coverageRoutes.post(`${path}/targets/removal`, async (c) => {
  const asked = await marginAsked(c)
  if (!asked) return c.notFound()
  await setTargets(c.var.store, asked.at, [], by(c))
  return back(c)
})

/** The margin that a form is about. */
async function marginAsked(c: AppContext) {
  const results = await resultsAsked(c)
  const field = await readForm(c)
  const margin =
    results && marginsOf(results).find(({ question }) => question.id === field('margin'))
  if (!results || !margin) return
  const { consultation, audience } = results
  const at = { consultationId: consultation.id, audience, margin: margin.question.id }
  return { margin, field, at }
}

function sharesProblem(percents: readonly number[]): string | undefined {
  if (!percents.every((percent) => percent >= 0 && percent <= 100))
    return '每一格请写 0 到 100 的数。'
  const whole = percents.reduce((sum, percent) => sum + percent, 0)
  if (Math.abs(whole - 100) > 1) return `加起来是 ${Math.round(whole * 10) / 10}%，应当是 100%。`
  return
}

function back(c: AppContext) {
  const edition = c.req.query('edition') ?? 'adult'
  return c.redirect(`/desk/c/${c.req.param('consultation')}/coverage?edition=${edition}&saved`, 303)
}

async function page(c: AppContext, entered?: Parameters<typeof CoveragePage>[0]['entered']) {
  const results = await resultsAsked(c)
  if (!results) return c.notFound()
  const { consultation, audience } = results
  const targets = await findTargets(c.var.store, consultation.id, audience)
  const found = weighting(results, targets)
  const questions = [...questionsOf(results.edition).values()].filter(canBeWeighted)
  const asked = c.req.query('q') ?? ''
  const areas = await areasCovered(c.var.store, results)
  const composed = compositions(results, targets)
  const weighted = weightedTable(results, asked, found)
  const k = smallestGroup(audience)
  if (asksForFile(c)) {
    const tables = [areasFile(areas), ...composed.map(compositionFile)]
    const more = weighted && weightedFile(weighted, found.told)
    return tablesFile(c, `${consultation.id}-${audience}-coverage`, [...tables, more], k)
  }
  const shown = CoveragePage({
    place: await deskPlace(c),
    consultation: { id: consultation.id, title: textIn(consultation.title, 'zh-CN') },
    ...{ audience, asked, entered, saved: c.req.query('saved') !== undefined },
    audiences: consultation.editions.map((edition) => edition.audience),
    ...{ areas, compositions: composed, weighting: found.told, weighted, k },
    questions: questions.map((question) => ({ id: question.id, label: numberedTitle(question) })),
  })
  return render(c, shown, entered ? 422 : 200)
}
