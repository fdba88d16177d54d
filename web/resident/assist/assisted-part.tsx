import type { Audience } from '../../../surveys/engine/definition.ts'
import type { Locale } from '../../../surveys/engine/text.ts'
import { words } from '../../words/words.ts'

interface AssistedPartProps {
  locale: Locale
  audience: Audience
  /** The tick below. Undefined: nothing was sent yet. */
  agreed?: boolean | undefined
}

/**
 * What a volunteer says about the help given, before the questions and all on one page, since it is nobody
 * else's. Every group has an answer already; that a child and its guardian agreed has none.
 */
export function AssistedPart({ locale, audience, agreed }: AssistedPartProps) {
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
        <fieldset class="row" id={`~${name}`}>
          <legend>{question}</legend>
          {Object.entries(options).map(([value, label], i) => (
            <label>
              <input type="radio" name={`~${name}`} value={value} checked={i === 0} />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
      ))}
      {audience === 'child' && (
        <label id="agree">
          <input type="checkbox" name="agree" value="yes" required checked={agreed === true} />
          <span>{assist.agreeChild}</span>
        </label>
      )}
    </section>
  )
}
