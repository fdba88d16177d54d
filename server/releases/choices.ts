import type { Audience, Edition } from '../../surveys/engine/definition.ts'
import { textIn } from '../../surveys/engine/text.ts'
import type { Chosen, Offered } from '../../web/desk/releases/releases-page.tsx'
import type { Highlight, Released } from '../../web/public/released.ts'
import type { Choice } from './edition-snapshot.ts'
import type { Publishable } from './publishable.ts'

type Asking = Pick<Publishable, 'audience' | 'edition'>

/** The questions that have anything to tell. */
export function offeredQuestions(edition: Edition): Offered['questions'] {
  return (
    edition.sections
      .flatMap(({ questions }) => questions)
      // A group is made of the options of another question, whose numbers it would give away.
      .filter(({ id, kind }) => kind !== 'note' && !id.startsWith('group_'))
      .map(({ id, number, title }) => ({ id, number, title: textIn(title, 'zh-CN') }))
  )
}

/** What the last release told is what the next one most likely tells; the first offers everything. */
export function firstChosen(editions: readonly Asking[], last: Released | undefined): Chosen {
  const all = editions.flatMap(({ audience, edition }) =>
    offeredQuestions(edition).map((question): Asked => ({ audience, ...question })),
  )
  if (last) {
    return {
      questions: all
        .filter((one) => isIn(last, one))
        .map(({ audience, id }) => `${audience}/${id}`),
      byNeighbourhood: last.editions
        .filter(({ neighbourhoods }) => neighbourhoods.length > 0)
        .map(({ audience }) => audience),
      highlights: last.highlights.map(({ audience, question }) => `${audience}/${question}`),
      note: last.note,
    }
  }
  return {
    questions: all.map(({ audience, id }) => `${audience}/${id}`),
    byNeighbourhood: [],
    highlights: firstHighlights(editions),
    note: '',
  }
}

// What could not be told last time may be told now.
function isIn({ editions }: Released, { audience, id, title }: Asked): boolean {
  return editions.some(
    (edition) =>
      edition.audience === audience &&
      (edition.questions.some(({ table }) => table.id === id) ||
        edition.withheld.some((withheld) => withheld.title === title)),
  )
}

type Asked = { audience: Audience } & Offered['questions'][number]

/** What people want tells more than who they are: questions where several things can be picked come first. */
function firstHighlights(editions: readonly Asking[]): string[] {
  const several = editions.map(({ audience, edition }) =>
    edition.sections
      .flatMap(({ questions }) => questions)
      .filter(({ kind }) => kind === 'multiple')
      .map(({ id }) => `${audience}/${id}`),
  )
  const [first = [], ...others] = several
  return [...first.slice(0, 3 - Math.min(others.length, 1)), ...others.flat()].slice(0, 3)
}

/** What was chosen, as far as this consultation has it. */
export function choicesOf(editions: readonly Asking[], chosen: Chosen): Choice[] {
  return editions.map(({ audience, edition }) => ({
    audience,
    questions: offeredQuestions(edition)
      .map(({ id }) => id)
      .filter((id) => chosen.questions.includes(`${audience}/${id}`)),
    byNeighbourhood: chosen.byNeighbourhood.includes(audience),
  }))
}

/** Each once, in the order chosen. */
export function highlightsOf(chosen: Chosen): Highlight[] {
  return [...new Set(chosen.highlights)].flatMap((name) => {
    const [audience, question] = name.split('/')
    const known = audience === 'adult' || audience === 'child' ? (audience as Audience) : undefined
    return known && question ? [{ audience: known, question }] : []
  })
}
