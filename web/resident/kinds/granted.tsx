import { picks, type Sheet } from '../sheet.ts'

/** What a guardian said yes to before the questionnaire, carried along in it. */
export function Granted({ question, sheet }: { question: string; sheet: Sheet }) {
  const [answer] = picks(sheet, question)
  return answer ? <input type="hidden" name={question} value={answer} /> : null
}
