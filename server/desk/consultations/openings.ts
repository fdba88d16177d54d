import type { OpenConsultation } from '../../../db/consultations.ts'
import { templates } from '../../../surveys/definitions/templates.ts'
import type { Consultation, Edition, Question } from '../../../surveys/engine/definition.ts'
import { identifyingQuestions } from '../../../surveys/engine/identifying-words.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import type { OfferedEdition, OfferedTemplate } from '../../../web/desk/opening/offered.ts'

/** Every template with what it asks, and what became of it here. */
export function offeredTemplates(known: readonly OpenConsultation[], now: number) {
  return templates.map((template) => offered(template, known, now))
}

export const templateNamed = (id: string): Consultation | undefined =>
  templates.find((template) => template.id === id)

export function offered(
  template: Consultation,
  known: readonly OpenConsultation[],
  now: number,
): OfferedTemplate {
  const here = known.find(({ id }) => id === template.id)
  const state = !here ? 'new' : here.closesAt > now ? 'open' : 'ended'
  return {
    ...{ id: template.id, state, days: template.collectionDays },
    title: textIn(template.title, 'zh-CN'),
    background: textIn(template.background, 'zh-CN'),
    closesAt: here?.closesAt,
    editions: template.editions.map(offeredEdition),
  }
}

function offeredEdition(edition: Edition): OfferedEdition {
  const questions = [...questionsOf(edition).values()]
  const asking = new Set(identifyingQuestions('', edition).map(({ about }) => about))
  return {
    audience: edition.audience,
    title: textIn(edition.title, 'zh-CN'),
    minutes: edition.minutes,
    questions: numbered(questions),
    asks: [...new Set(questions.flatMap(({ kind }) => specialKinds[kind] ?? []))],
    contact: edition.contact !== undefined,
    identifying: questions
      .filter(({ id }) => asking.has(id))
      .map(({ title }) => textIn(title, 'zh-CN')),
  }
}

// 18a and 18b are one question to whoever answers.
const numbered = (questions: readonly Question[]) =>
  new Set(questions.flatMap(({ number }) => number?.match(/^\d+/) ?? [])).size

/** What is more than a tick, and what people should know of beforehand. */
const specialKinds: Partial<Record<Question['kind'], string>> = {
  text: '自己写话',
  pin: '图上点位',
  date: '挑日子',
  drawing: '画画',
  photo: '照片',
}
