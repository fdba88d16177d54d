import type { Locale } from '../../../surveys/engine/text.ts'
import { words } from '../../words/words.ts'

/** What a volunteer says about the help given, before the questions. Every group has an answer already. */
export function AssistedPart({ locale }: { locale: Locale }) {
  const { assist } = words(locale)
  const groups = [
    ['mode', assist.mode],
    ['relation', assist.relation],
    ['place', assist.place],
  ] as const
  return (
    <section class="part">
      <h2>{assist.heading}</h2>
      {groups.map(([name, { question, options }]) => (
        <fieldset class="q" id={`~${name}`}>
          <legend>{question}</legend>
          {Object.entries(options).map(([value, label], i) => (
            <label>
              <input type="radio" name={`~${name}`} value={value} checked={i === 0} />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </section>
  )
}
