import type { Problem } from '../../surveys/engine/check.ts'
import { type Locale, textIn } from '../../surveys/engine/text.ts'
import { words } from '../words/words.ts'
import { problemField, problemText } from './problem-text.ts'
import { said } from './said.tsx'
import type { Sheet } from './sheet.ts'

interface SummaryProps {
  locale: Locale
  /** The field each line leads to, and what is to be said of it. */
  lines: readonly (readonly [field: string, text: string])[]
}

/** What needs another look, above a form that came back, each line a way to its field. */
export function Summary({ locale, lines }: SummaryProps) {
  const { problems } = words(locale)
  if (lines.length === 0) return null
  return (
    <div class="summary" id="summary" role="alert" tabindex={-1} autofocus>
      <h2>{problems.heading(lines.length)}</h2>
      <p>{problems.kept}</p>
      <ul>
        {lines.map(([field, text]) => (
          <li>
            <a href={`#${field}`}>{said(text, locale)}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The same for the questionnaire. */
export function ProblemSummary({ sheet, agreed }: { sheet: Sheet; agreed: boolean }) {
  const { locale, problems } = sheet
  const consent = agreed ? [] : [['agree', words(locale).notice.mustAgree] as const]
  const asked = problems.map(
    (problem) =>
      [
        problemField(sheet, problem),
        `${titleOf(sheet, problem)} ${problemText(sheet, problem)}`,
      ] as const,
  )
  return <Summary locale={locale} lines={[...consent, ...asked]} />
}

/** A title that says first, to who only hears it, that the form came back. */
export function titleAgain(title: string, problems: number, locale: Locale): string {
  return problems > 0 ? `${words(locale).problems.heading(problems)} · ${title}` : title
}

function titleOf({ edition, locale }: Sheet, { question: id }: Problem): string {
  for (const { questions } of edition.sections) {
    const question = questions.find((candidate) => candidate.id === id)
    if (question) return `${question.number ?? ''} ${textIn(question.title, locale)}`.trim()
  }
  return id
}
