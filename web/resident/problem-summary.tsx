import type { Problem } from '../../surveys/engine/check.ts'
import { textIn } from '../../surveys/engine/text.ts'
import { words } from '../words/words.ts'
import { problemText } from './problem-text.ts'
import type { Sheet } from './sheet.ts'

/** What needs another look, above the questions, each line a way to its question. */
export function ProblemSummary({ sheet, agreed }: { sheet: Sheet; agreed: boolean }) {
  const { locale, problems } = sheet
  const w = words(locale)
  const count = problems.length + (agreed ? 0 : 1)
  if (count === 0) return null
  return (
    <div class="summary" id="summary" role="alert" tabindex={-1} autofocus>
      <h2>{w.problems.heading(count)}</h2>
      <p>{w.problems.kept}</p>
      <ul>
        {!agreed && (
          <li>
            <a href="#agree">{w.notice.mustAgree}</a>
          </li>
        )}
        {problems.map((problem) => (
          <li>
            <a href={`#${problem.question}`}>
              {`${titleOf(sheet, problem)} ${problemText(sheet, problem)}`}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function titleOf({ edition, locale }: Sheet, { question: id }: Problem): string {
  for (const { questions } of edition.sections) {
    const question = questions.find((candidate) => candidate.id === id)
    if (question) return `${question.number ?? ''} ${textIn(question.title, locale)}`.trim()
  }
  return id
}
