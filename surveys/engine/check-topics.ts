import type { Consultation, Question, Topic } from './definition.ts'
import type { DefinitionProblem } from './definition-problem.ts'
import { questionsOf } from './questions.ts'
import { allOptions } from './visibility.ts'

/** Topics that name questions or options which do not exist, or leave a question out of every item. */
export function checkTopics(consultation: Consultation): DefinitionProblem[] {
  return consultation.topics.flatMap((topic, i) => checkTopic(`topics.${i}`, topic, consultation))
}

function checkTopic(path: string, topic: Topic, { editions }: Consultation): DefinitionProblem[] {
  const problems: DefinitionProblem[] = []
  const broken = (at: string, about: string) =>
    problems.push({ path: `${path}.${at}`, kind: 'broken-topic', about })
  const options = new Map<string, Set<string>>()
  topic.questions.forEach(({ audience, question: id }, q) => {
    const edition = editions.find((edition) => edition.audience === audience)
    const question = edition && questionsOf(edition).get(id)
    const ids =
      question && arePicked(question) ? allOptions(question, edition).map((o) => o.id) : []
    if (ids.length === 0) broken(`questions.${q}`, id)
    options.set(id, new Set([...(options.get(id) ?? []), ...ids]))
  })
  const unused = new Set(options.keys())
  topic.items.forEach((item, i) => {
    for (const [id, picks] of Object.entries(item.options)) {
      const known = options.get(id)
      if (!known) broken(`items.${i}.options.${id}`, id)
      picks.forEach((pick, p) => {
        unused.delete(id)
        if (known && known.size > 0 && !known.has(pick))
          broken(`items.${i}.options.${id}.${p}`, pick)
      })
    }
  })
  for (const id of unused) {
    const q = topic.questions.findIndex((question) => question.question === id)
    if (options.get(id)?.size) broken(`questions.${q}`, id)
  }
  return problems
}

/** An order and stickers say how much, not who: there are no people to count beside an option. */
const arePicked = ({ kind }: Question) => kind !== 'rank' && kind !== 'budget'
