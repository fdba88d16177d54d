import {
  addDerivedGroups,
  listDerivedGroups,
  removeDerivedGroups,
} from '../../../db/derived-groups.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import { countedOptions } from '../../../surveys/engine/tally.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { GroupsPage } from '../../../web/desk/compare/groups-page.tsx'
import { canBeGrouped } from '../../desk/derived-groups.ts'
import { readForm, tidy } from '../../desk/form.ts'
import { deskPlace } from '../../desk/place.ts'
import { findResults, type Results } from '../../desk/results.ts'
import { memberOf, staffRouter } from '../../desk/session.ts'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'
import { isStorable } from '../../request/stored-text.ts'

/** Options of one question put together, to compare people by. */
export const groupRoutes = staffRouter()

const path = '/c/:consultation/groups'
const longestName = 40
const longestGroup = 20

groupRoutes.get(path, async (c) => {
  const results = await resultsAsked(c)
  return results ? page(c, results, c.req.query('q') ?? '') : c.notFound()
})

groupRoutes.post(path, async (c) => {
  const results = await resultsAsked(c)
  const field = await readForm(c)
  const asked = results && canBeGrouped(results.edition).find(({ id }) => id === field('q'))
  if (!results || !asked) return c.notFound()
  const name = tidy(field('name'))
  const typed = countedOptions(asked, results.edition).map(({ id }) => ({
    id,
    group: tidy(field(`g-${id}`)),
  }))
  const groups = Object.fromEntries(typed.flatMap(({ id, group }) => (group ? [[id, group]] : [])))
  const problem = problemWith(name, Object.values(groups))
  const fields = { name, ...groups }
  if (problem) return page(c, results, asked.id, { fields, problem })
  await addDerivedGroups(c.var.store, of(results), { question: asked.id, name, groups }, by(c))
  return back(c)
})

groupRoutes.post(`${path}/:group{[0-9a-f]{8}}/removal`, async (c) => {
  const results = await resultsAsked(c)
  if (!results) return c.notFound()
  await removeDerivedGroups(c.var.store, of(results), c.req.param('group'), by(c))
  return back(c)
})

function problemWith(name: string, groups: readonly string[]): string | undefined {
  if (name === '' || [...name].length > longestName || !isStorable(name)) {
    return `请给分组起个名字，最多 ${longestName} 个字。`
  }
  if (groups.some((group) => [...group].length > longestGroup || !isStorable(group))) {
    return `组名最多 ${longestGroup} 个字。`
  }
  return new Set(groups).size < 2 ? '至少要分成两组。' : undefined
}

const by = (c: AppContext) => ({ at: c.var.now(), actor: memberOf(c).id })
const of = ({ consultation, audience }: Results) => ({ consultationId: consultation.id, audience })

function back(c: AppContext) {
  const edition = c.req.query('edition') ?? 'adult'
  return c.redirect(`/desk/c/${c.req.param('consultation')}/groups?edition=${edition}`, 303)
}

function resultsAsked(c: AppContext) {
  return findResults(c, c.req.param('consultation') ?? '', c.req.query('edition') ?? 'adult')
}

async function page(
  c: AppContext,
  results: Results,
  q: string,
  entered?: { fields: Record<string, string>; problem: string },
) {
  const { consultation, audience, edition } = results
  const questions = canBeGrouped(edition)
  const chosen = questions.find(({ id }) => id === q)
  const existing = await listDerivedGroups(c.var.store, of(results))
  const labelOf = (question: string, option: string) => {
    const asked = questionsOf(edition).get(question)
    const found = asked && countedOptions(asked, edition).find(({ id }) => id === option)
    return found ? textIn(found.label, 'zh-CN') : option
  }
  const shown = GroupsPage({
    place: await deskPlace(c),
    consultation: { id: consultation.id, title: textIn(consultation.title, 'zh-CN') },
    audience,
    existing: existing.map(({ id, name, question, groups }) => {
      const asked = questionsOf(edition).get(question)
      const names = [...new Set(Object.values(groups))]
      return {
        ...{ id, name, question: asked ? textIn(asked.title, 'zh-CN') : question },
        parts: names.map((group) => {
          const members = Object.entries(groups).filter(([, one]) => one === group)
          return `${group}：${members.map(([option]) => labelOf(question, option)).join('、')}`
        }),
      }
    }),
    questions: questions.map(({ id, number, title }) => ({
      ...{ id, label: `${number ? `${number}. ` : ''}${textIn(title, 'zh-CN')}` },
    })),
    chosen: chosen && {
      id: chosen.id,
      options: countedOptions(chosen, edition).map(({ id, label }) => ({
        ...{ id, label: textIn(label, 'zh-CN') },
      })),
    },
    fields: entered?.fields ?? {},
    problem: entered?.problem,
  })
  return render(c, shown, entered ? 422 : 200)
}
