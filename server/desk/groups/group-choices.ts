import type { GroupRule } from '../../../surveys/engine/compare/group-rule.ts'
import { sideOf } from '../../../surveys/engine/compare/side.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import type { Choice } from '../../../web/desk/compare/choice-select.tsx'
import type { GroupsSide } from '../../../web/desk/compare/groups-page.tsx'
import { namesOf, sideChoices } from '../compare/compare-choices.ts'
import type { Results } from '../results/results.ts'

type Asked = Pick<Results, 'edition' | 'columns' | 'groupedFrom'>

/** What groups can be made from: every question that can be compared, or each of its rows. */
export function groupSides({ edition, groupedFrom }: Omit<Asked, 'columns'>): Choice[] {
  const questions = [...questionsOf(edition).values()]
  return questions.filter(({ id }) => !groupedFrom.has(id)).flatMap(sideChoices)
}

/** One of them with its options. */
export function groupSide(results: Asked, key: string): GroupsSide | undefined {
  const found = groupSides(results).find(({ id }) => id === key)
  const side = found && sideOf(results.edition, results.columns, key)
  if (!found || !side) return
  const names = namesOf(results.edition, key, side)
  const options = side.options.map(({ id }, at) => ({ id, label: names[at] ?? id }))
  return { ...found, picks: side.picks, options }
}

/** A rule in words: what it was made from, and who is in each group. */
export function tellRule(results: Asked, rule: GroupRule): { question: string; parts: string[] } {
  const named = (key: string, options: readonly string[]) => {
    const side = groupSide(results, key)
    const labels = options.map((id) => side?.options.find((one) => one.id === id)?.label ?? id)
    return { title: side?.label ?? key, labels: labels.join('、') }
  }
  switch (rule.kind) {
    case 'parts': {
      const groups = [...new Set(Object.values(rule.groups))]
      const parts = groups.map((group) => {
        const members = Object.keys(rule.groups).filter((option) => rule.groups[option] === group)
        return `${group}：${named(rule.key, members).labels}`
      })
      return { question: named(rule.key, []).title, parts }
    }
    case 'allOf': {
      const told = rule.conditions.map(({ key, any }) => named(key, any))
      const all = told.map(({ title, labels }) => `「${title}」答了${labels}`)
      return {
        question: told.map(({ title }) => title).join('；'),
        parts: [`${rule.inside}：${all.join('，并且')}`, `${rule.outside}：其他被问到的人`],
      }
    }
  }
}
