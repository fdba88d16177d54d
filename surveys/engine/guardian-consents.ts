import type { Edition, QuestionOf } from './definition.ts'

/** The consents that only a guardian can give, each asked apart from the others. */
export function guardianConsents(edition: Edition): QuestionOf<'consent'>[] {
  const consents: QuestionOf<'consent'>[] = []
  for (const { questions } of edition.sections) {
    for (const question of questions) {
      if (question.kind === 'consent' && question.by === 'guardian') consents.push(question)
    }
  }
  return consents
}
