import type { Edition, Question } from './definition.ts'
import type { Text } from './text.ts'

const silent: Text = { 'zh-CN': '' }

/**
 * An edition reduced to its rules: what the page script needs to show, hide and check, and small
 * enough to travel inside the page. The words are already there as HTML.
 */
export function withoutTexts(edition: Edition): Edition {
  return {
    audience: edition.audience,
    title: silent,
    door: silent,
    minutes: edition.minutes,
    intro: silent,
    closing: silent,
    notice: { heading: silent, paragraphs: [], agree: silent, decline: silent },
    sections: edition.sections.map(({ id, showIf, questions }) => ({
      id,
      ...(showIf && { showIf }),
      questions: questions.map(mute),
    })),
  }
}

function mute(question: Question): Question {
  const { id, showIf } = question
  const rest = { id, title: silent, ...(showIf && { showIf }) }
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return { ...withoutWords(question), ...rest, options: question.options.map(muteOption) }
    case 'matrix':
      return {
        ...rest,
        kind: 'matrix',
        rows: question.rows.map(muteOption),
        options: question.options.map(muteOption),
      }
    case 'scale':
      return {
        ...rest,
        kind: 'scale',
        points: question.points.map(muteOption),
        ...(question.dontKnow && { dontKnow: muteOption(question.dontKnow) }),
      }
    case 'pair':
      return {
        ...rest,
        kind: 'pair',
        pairs: question.pairs.map(({ id, options: [a, b] }) => ({
          id,
          options: [muteOption(a), muteOption(b)],
        })),
      }
    case 'number': {
      const { min, max, whole } = question
      return { ...rest, kind: 'number', min, max, whole }
    }
    case 'text':
      return { ...rest, kind: 'text', limit: question.limit }
    case 'note':
      return { ...rest, kind: 'note' }
  }
}

function withoutWords<Q extends Question>({ hint, number, ...rules }: Q) {
  return rules
}

function muteOption<O extends { label: Text; picture?: string | undefined }>({
  picture,
  ...option
}: O) {
  return { ...option, label: silent }
}
