import type { By } from '../../../db/audit.ts'
import { proposeText } from '../../../db/released-texts.ts'
import type { Store } from '../../../db/store.ts'
import { answerCard, assignCard, registerCard } from '../../../db/suggestion-cards.ts'
import type { Suggested } from '../../../db/suggestion-list.ts'
import { outcomes } from '../../../surveys/engine/suggestion-steps.ts'
import { uses } from '../../../web/desk/suggestions/suggested.ts'
import type { Entered } from '../../../web/desk/suggestions/suggestion-forms.tsx'
import { markOf } from '../meanwhile.ts'
import { isPlanDay } from '../plan-day.ts'

type Form = Entered['form']
type Fields = Readonly<Record<string, string>>
/** A suggestion with the wording of it that everybody may read, or waits to be released. */
export interface Worded extends Suggested {
  wording: string | undefined
}

interface SuggestionForm {
  lines: readonly string[]
  areas: readonly string[]
  /** The field that others than staff will read. */
  told: string
  /** What was typed, in the order of `standing`. */
  words: (fields: Fields) => (string | null)[]
  /** What stands there now; undefined where nobody has written anything. */
  standing: (found: Worded) => (string | null)[] | undefined
  problemWith: (fields: Fields, found: Worded) => string | undefined
  save: (store: Store, at: At, fields: Fields, by: By, found: Worded) => Promise<boolean>
  /** Under which names it stands in the audit trail. */
  actions: readonly string[]
}

export interface At {
  consultationId: string
  seq: number
}

/** What staff write about a suggestion, form by form. */
export const suggestionForms: Record<Form, SuggestionForm> = {
  card: {
    lines: ['subject', 'category', 'place'],
    areas: ['matter', 'proposal', 'note'],
    told: 'category',
    words: (fields) => cardNames.map((name) => fields[name] ?? ''),
    standing: ({ card }) => card && cardNames.map((name) => card[name]),
    problemWith: ({ subject }) => (subject ? undefined : '请用一句话写出主题。'),
    save: (store, at, fields, by, found) =>
      registerCard(store, at, cardWords(fields), by, found.card),
    actions: ['register suggestion'],
  },
  assignment: {
    lines: ['unit', 'dueOn'],
    areas: ['handling'],
    told: 'unit',
    words: ({ unit = '', dueOn = '', handling = '' }) => [unit, dueOn, handling],
    standing: ({ card }) => (card?.unit ? [card.unit, card.dueOn, card.handling] : undefined),
    problemWith({ unit, dueOn = '' }, { card }) {
      if (!unit || !dueOn) return '请写承办单位，选一个期限。'
      if (!isPlanDay(dueOn))
        return '期限不对：请写日历上有的一天，像 2026-03-02，在 2000 年到 2100 年之间。'
      if (card?.category === '') return '还没有梳理：先在登记的内容里写上类别，再交办。'
      return
    },
    save: (store, at, { unit = '', dueOn = '', handling = '' }, by, { card }) =>
      assignCard(store, at, { unit, dueOn, handling }, by, card),
    actions: ['assign suggestion'],
  },
  reply: {
    lines: ['outcome', 'adoptedAs'],
    areas: ['reply'],
    told: 'reply',
    words: (fields) => [fields.outcome ?? '', useOf(fields), fields.reply ?? ''],
    standing: ({ card, reply }) =>
      reply === null || !card ? undefined : [card.outcome, card.adoptedAs, reply],
    problemWith(fields, { card }) {
      const outcome = outcomeOf(fields)
      if (!outcome || !fields.reply) return '请选一种答复，并写几句；不采纳要写原因。'
      const isTaken = outcome === 'adopted' || outcome === 'partly'
      if (isTaken && useOf(fields) === null) return '采纳了，请选采纳去向。'
      if (card && card.unit === null && outcome !== 'routed')
        return '还没有交办：先写承办单位（居委会自己办也写上），再答复。'
      return
    },
    async save(store, at, fields, by, { card, reply }) {
      const outcome = outcomeOf(fields)
      if (!outcome) return false
      const said = { outcome, reply: fields.reply ?? '', adoptedAs: useOf(fields) }
      const { outcome: before = null, adoptedAs = null } = card ?? {}
      return answerCard(store, at, said, by, { outcome: before, adoptedAs, reply })
    },
    actions: outcomes.map((outcome) => `suggestion ${outcome}`),
  },
  wording: {
    lines: [],
    areas: ['text'],
    told: 'text',
    words: ({ text = '' }) => [text],
    standing: ({ wording }) => (wording === undefined ? undefined : [wording]),
    problemWith: ({ text }) => (text ? undefined : '请写出公开的写法。'),
    save: (store, { consultationId, seq }, { text = '' }, by, { question, wording }) =>
      proposeText(store, consultationId, { seq, question }, text, by, wording),
    actions: ['propose text'],
  },
}

/** What each form on the page carries, to tell afterwards whether other words stand there by then. */
export function marksOf(found: Worded): Record<Form, string> {
  const mark = (form: Form) => markOf(suggestionForms[form].standing(found))
  return {
    ...{ card: mark('card'), assignment: mark('assignment') },
    ...{ reply: mark('reply'), wording: mark('wording') },
  }
}

const cardNames = ['subject', 'matter', 'proposal', 'place', 'category', 'note'] as const

function cardWords({
  subject = '',
  matter = '',
  proposal = '',
  place = '',
  category = '',
  note = '',
}: Fields) {
  return { subject, matter, proposal, place, category, note }
}

const outcomeOf = (fields: Fields) => outcomes.find((known) => known === fields.outcome)

/** What it goes into; nothing where it is not taken up. */
function useOf({ outcome, adoptedAs = '' }: Fields): string | null {
  const isTaken = outcome === 'adopted' || outcome === 'partly'
  return isTaken && Object.hasOwn(uses, adoptedAs) ? adoptedAs : null
}
