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
    case 'rank': {
      const { options, most } = question
      return { ...rest, kind: 'rank', options: options.map(muteOption), most }
    }
    case 'budget': {
      const { options, total } = question
      return { ...rest, kind: 'budget', options: options.map(muteOption), total, unit: silent }
    }
    case 'date': {
      const { min, max } = question
      return { ...rest, kind: 'date', min, max }
    }
    case 'pin': {
      const { plan, categories, most, comment } = question
      const { width, height } = plan
      return {
        ...{ ...rest, kind: 'pin', most, comment },
        plan: { src: '', alt: silent, width, height },
        categories: categories?.map(muteOption),
      }
    }
    case 'drawing':
      return { ...rest, kind: 'drawing' }
    case 'photo':
      return { ...rest, kind: 'photo' }
    case 'consent': {
      const { by } = question
      return { ...rest, kind: 'consent', body: silent, agree: silent, decline: silent, by }
    }
    case 'note':
      return { ...rest, kind: 'note' }
  }
}

function withoutWords<Q extends Question>({ hint, number, read, ...rules }: Q) {
  return rules
}

function muteOption<O extends { label: Text; picture?: string | undefined; image?: unknown }>({
  picture,
  image,
  ...option
}: O) {
  return { ...option, label: silent }
}
