import { questionPlaces } from './condition-places.ts'
import type { Edition, Option, Question, QuestionOf } from './definition.ts'
import type { DefinitionProblem } from './definition-problem.ts'
import { isDay } from './read-date.ts'

/** Limits inside one question that contradict each other. */
export function checkLimits(path: string, edition: Edition): DefinitionProblem[] {
  return questionPlaces(path, edition).flatMap(({ path, question }) =>
    checkQuestion(path, question),
  )
}

function checkQuestion(path: string, question: Question): DefinitionProblem[] {
  switch (question.kind) {
    case 'single':
      return [...checkOthers(path, question.options), ...checkImages(path, question.options)]
    case 'multiple': {
      const { options, min = 1, max = options.length } = question
      const problems = [...checkOthers(path, options), ...checkImages(path, options)]
      if (options.some((option) => option.exclusive) && min > 1) {
        problems.push({ path: `${path}.min`, kind: 'exclusive-with-min', about: String(min) })
      }
      if (max > options.length) {
        problems.push({ path: `${path}.max`, kind: 'max-above-options', about: String(max) })
      }
      if (min > max)
        problems.push({ path: `${path}.min`, kind: 'min-above-max', about: String(min) })
      return problems
    }
    case 'number': {
      const { min, max } = question
      const crossed = min !== undefined && max !== undefined && min > max
      return crossed ? [{ path: `${path}.min`, kind: 'min-above-max', about: String(min) }] : []
    }
    case 'date':
      return checkDays(path, question)
    case 'rank': {
      const { most = 1, options } = question
      const above = most > options.length
      return above ? [{ path: `${path}.most`, kind: 'max-above-options', about: String(most) }] : []
    }
    case 'matrix':
    case 'scale':
    case 'pair':
    case 'text':
    case 'budget':
    case 'pin':
    case 'drawing':
    case 'photo':
    case 'consent':
    case 'note':
      return []
  }
}

function checkDays(path: string, { min, max }: QuestionOf<'date'>): DefinitionProblem[] {
  const problems: DefinitionProblem[] = []
  if (min !== undefined && !isDay(min)) {
    problems.push({ path: `${path}.min`, kind: 'not-a-date', about: min })
  }
  if (max !== undefined && !isDay(max)) {
    problems.push({ path: `${path}.max`, kind: 'not-a-date', about: max })
  }
  if (min !== undefined && max !== undefined && min > max) {
    problems.push({ path: `${path}.min`, kind: 'min-above-max', about: min })
  }
  return problems
}

/** What was written stands under the question's id, so there is room for one "other" only. */
function checkOthers(
  path: string,
  options: readonly { id: string; other?: boolean | undefined }[],
): DefinitionProblem[] {
  const others = options.flatMap((option, i) => (option.other ? [{ id: option.id, i }] : []))
  return others
    .slice(1)
    .map(({ id, i }) => ({ path: `${path}.options.${i}`, kind: 'several-others', about: id }))
}

/** A choice by pictures shows all that can be chosen; only "other" and "none of these" may do without. */
function checkImages(path: string, options: readonly Option[]): DefinitionProblem[] {
  if (!options.some((option) => option.image)) return []
  return options.flatMap(({ id, image, other, exclusive }, i) =>
    image || other || exclusive
      ? []
      : [{ path: `${path}.options.${i}.image`, kind: 'missing-image', about: id }],
  )
}
