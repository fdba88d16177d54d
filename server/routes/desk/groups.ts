import {
  addDerivedGroups,
  listDerivedGroups,
  removeDerivedGroups,
} from '../../../db/derived-groups.ts'
import type { GroupRule } from '../../../surveys/engine/compare/group-rule.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { GroupsPage, type GroupsSide } from '../../../web/desk/compare/groups-page.tsx'
import { by, staffRouter } from '../../desk/access/session.ts'
import { readForm, tidy } from '../../desk/form.ts'
import { groupSide, groupSides, tellRule } from '../../desk/groups/group-choices.ts'
import { deskPlace } from '../../desk/place.ts'
import { type Results, resultsAsked } from '../../desk/results/results.ts'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'
import { isStorable } from '../../request/stored-text.ts'

/** Groups put together out of answers, to compare people by. */
export const groupRoutes = staffRouter()

const path = '/c/:consultation/groups'
const longestName = 40
const longestGroup = 20

groupRoutes.get(path, async (c) => {
  const results = await resultsAsked(c)
  if (!results) return c.notFound()
  return page(c, results, { q: c.req.query('q') ?? '', and: c.req.query('and') ?? '' })
})

groupRoutes.post(path, async (c) => {
  const results = await resultsAsked(c)
  const field = await readForm(c)
  const asked = { q: field('q'), and: field('and') }
  const [one, two] = results ? [groupSide(results, asked.q), groupSide(results, asked.and)] : []
  if (!results || !one) return c.notFound()
  const name = tidy(field('name'))
  const read = isPartsForm(one, two) ? readParts(one, field) : readAllOf(one, two, field)
  const problem = problemWithName(name) ?? problemWith(read.rule)
  if (problem) return page(c, results, asked, { fields: { ...read.fields, name }, problem })
  await addDerivedGroups(c.var.store, of(results), { name, rule: read.rule }, by(c))
  return back(c)
})

groupRoutes.post(`${path}/:group{[0-9a-f]{8}}/removal`, async (c) => {
  const results = await resultsAsked(c)
  if (!results) return c.notFound()
  await removeDerivedGroups(c.var.store, of(results), c.req.param('group'), by(c))
  return back(c)
})

type Field = (name: string) => string

/** Where people pick one, each option gets the name of its group; otherwise options are ticked. */
const isPartsForm = (one: GroupsSide, two: GroupsSide | undefined) =>
  one.picks === 'one' && two === undefined

function readParts({ id: key, options }: GroupsSide, field: Field) {
  const typed = options.map(({ id }) => [id, tidy(field(`g-${id}`))] as const)
  const rule: GroupRule = {
    ...{ kind: 'parts', key },
    groups: Object.fromEntries(typed.filter(([, group]) => group !== '')),
  }
  return { rule, fields: Object.fromEntries(typed.map(([id, group]) => [`g-${id}`, group])) }
}

function readAllOf(one: GroupsSide, two: GroupsSide | undefined, field: Field) {
  const sides = two ? [one, two] : [one]
  const ticked = sides.map(({ options }, at) =>
    options
      .map(({ id }) => ({ id, name: `${at}-${id}` }))
      .filter(({ name }) => field(name) === 'on'),
  )
  const [inside, outside] = [tidy(field('inside')), tidy(field('outside'))]
  const rule: GroupRule = {
    ...{ kind: 'allOf', inside, outside },
    conditions: sides.map(({ id: key }, at) => ({
      key,
      any: (ticked[at] ?? []).map(({ id }) => id),
    })),
  }
  const on = ticked.flat().map(({ name }) => [name, 'on'])
  return { rule, fields: { inside, outside, ...Object.fromEntries(on) } }
}

function problemWithName(name: string): string | undefined {
  const isFine = name !== '' && [...name].length <= longestName && isStorable(name)
  return isFine ? undefined : `请给分组起个名字，最多 ${longestName} 个字。`
}

function problemWith(rule: GroupRule): string | undefined {
  const names = rule.kind === 'parts' ? Object.values(rule.groups) : [rule.inside, rule.outside]
  if (names.some((group) => [...group].length > longestGroup || !isStorable(group))) {
    return `组名最多 ${longestGroup} 个字。`
  }
  if (rule.kind === 'allOf' && rule.conditions.some(({ any }) => any.length === 0)) {
    return '每一题至少勾一项。'
  }
  if (rule.kind === 'allOf' && names.includes('')) return '请给两组人各起一个名字。'
  return new Set(names).size < 2 ? '至少要分成两组。' : undefined
}
const of = ({ consultation, audience }: Results) => ({ consultationId: consultation.id, audience })

function back(c: AppContext) {
  const edition = c.req.query('edition') ?? 'adult'
  return c.redirect(`/desk/c/${c.req.param('consultation')}/groups?edition=${edition}`, 303)
}

async function page(
  c: AppContext,
  results: Results,
  asked: { q: string; and: string },
  entered?: { fields: Record<string, string>; problem: string },
) {
  const { consultation, audience } = results
  const existing = await listDerivedGroups(c.var.store, of(results))
  const [one, two] = [groupSide(results, asked.q), groupSide(results, asked.and)]
  const shown = GroupsPage({
    place: await deskPlace(c),
    consultation: { id: consultation.id, title: textIn(consultation.title, 'zh-CN') },
    ...{ audience, sides: groupSides(results), asked },
    existing: existing.map(({ id, name, rule }) => ({ id, name, ...tellRule(results, rule) })),
    chosen: one && { one, two, isParts: isPartsForm(one, two) },
    fields: entered?.fields ?? {},
    problem: entered?.problem,
  })
  return render(c, shown, entered ? 422 : 200)
}
