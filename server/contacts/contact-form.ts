import type { Edition } from '../../surveys/engine/definition.ts'
import { questionsOf } from '../../surveys/engine/questions.ts'
import type { Text } from '../../surveys/engine/text.ts'
import { allOptions } from '../../surveys/engine/visibility.ts'
import type { ContactProblem, EnteredContact } from '../../web/resident/contact-page.tsx'
import { isStorable } from '../request/stored-text.ts'
import { saysNone } from './says-none.ts'

type AskedContact = NonNullable<Edition['contact']>

/** What a contact can be left for: the options of the question that led here. */
export function purposesOf(
  edition: Edition,
  { after }: AskedContact,
): { id: string; label: Text }[] {
  const question = questionsOf(edition).get(after.question)
  const options = question ? allOptions(question, edition) : []
  return options.filter(({ id }) => after.isAnyOf.includes(id))
}

/** What was typed, and what is missing in it. */
export function readContact(
  form: FormData,
  purposes: readonly { id: string }[],
): { entered: EnteredContact; problems: ContactProblem[] } {
  const line = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.normalize('NFC').trim() : ''
  }
  const picked = form.getAll('purposes')
  const entered = {
    name: line('name'),
    reach: line('reach'),
    purposes: purposes.map(({ id }) => id).filter((id) => picked.includes(id)),
    agree: form.get('agree') === 'yes',
  }
  const isGood = (text: string, most: number) =>
    text !== '' && [...text].length <= most && isStorable(text)
  const right = {
    name: isGood(entered.name, 40),
    reach: isGood(entered.reach, 100),
    noReach: entered.reach === '' || !saysNone(entered.reach),
    purposes: entered.purposes.length > 0,
    agree: entered.agree,
  }
  const rules = ['name', 'reach', 'noReach', 'purposes', 'agree'] as const
  return { entered, problems: rules.filter((rule) => !right[rule]) }
}
