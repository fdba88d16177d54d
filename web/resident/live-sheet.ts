import type { Filled } from '../../surveys/engine/answers.ts'
import { checkAnswers, type Problem } from '../../surveys/engine/check.ts'
import type { Question } from '../../surveys/engine/definition.ts'
import { questionsOf } from '../../surveys/engine/questions.ts'
import { journey } from '../../surveys/engine/visibility.ts'
import { filledFromForm } from '../form-answers.ts'
import { all, byId, make, mark, say } from './dom.ts'
import type { PageData } from './page-data.tsx'

/** Keeps the page in step with the answers: what is shown, what may be picked, what is too much. */
export function followSheet(form: HTMLFormElement, { rules, words }: PageData) {
  const questions = questionsOf(rules)
  const filled = (): Filled => filledFromForm(rules, new FormData(form))

  const update = () => {
    const shown = new Map(journey(rules, filled()).map((step) => [step.question.id, step]))
    for (const [id, { kind }] of questions) {
      const block = byId(id)
      const step = shown.get(id)
      if (!block) continue
      block.hidden = !step
      if (kind !== 'single' && kind !== 'multiple') continue
      for (const input of inputsOf(id, form)) {
        const row = input.parentElement as HTMLElement
        const offered = !step || step.options.some((option) => option.id === input.value)
        if (!offered) input.checked = false
        row.hidden = !offered
        const beside = row.nextElementSibling
        if (beside instanceof HTMLInputElement) beside.hidden = !input.checked
      }
    }
  }

  const complain = (id: string, problem: Problem | undefined) => {
    const hints = byId(`${id}-h`)
    if (!hints) return
    for (const line of all('.bad', hints)) line.remove()
    if (!problem) return
    hints.prepend(mark(make('p', 'bad', textOf(problem)), { role: 'alert' }))
  }

  const textOf = ({ question, kind, limit }: Problem) => {
    const n = inputsOf(question, form).filter((input) => input.checked).length
    const kinds: Record<string, string> = words.kinds
    return say(kind === 'too-many' ? words.tooMany : (kinds[kind] ?? kind), { limit, n })
  }

  form.addEventListener('input', ({ target }) => {
    const input = target as HTMLInputElement
    const [id = ''] = input.name.split(/[.~]/)
    const question = questions.get(id)
    if (input.checked) clearRivals(question, input, form)
    update()
    const problem = check().problems.find((candidate) => candidate.question === id)
    const said = byId(`${id}-h`)?.querySelector('.bad')
    // What is not finished yet is not wrong yet; what is already too much is said at once.
    if (!problem || said || problem.kind === 'too-many' || problem.kind === 'too-long') {
      complain(id, problem)
    }
  })

  const check = () => checkAnswers(rules, filled())
  update()
  return { check, complain, textOf }
}

function inputsOf(id: string, form: HTMLFormElement) {
  return all<HTMLInputElement>(`input[name="${id}"]`, form)
}

/** "None of these" and the others clear each other. */
function clearRivals(
  question: Question | undefined,
  picked: HTMLInputElement,
  form: HTMLFormElement,
) {
  if (question?.kind !== 'multiple') return
  const alone = question.options.filter((option) => option.exclusive).map((option) => option.id)
  for (const input of inputsOf(question.id, form)) {
    const rival = alone.includes(picked.value) || alone.includes(input.value)
    if (rival && input !== picked) input.checked = false
  }
}
