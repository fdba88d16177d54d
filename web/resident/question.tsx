import type { Child } from 'hono/jsx'
import type { Problem } from '../../surveys/engine/check.ts'
import type { Question } from '../../surveys/engine/definition.ts'
import { type Locale, textIn } from '../../surveys/engine/text.ts'
import { dayWords } from '../dates.ts'
import { words } from '../words/words.ts'
import { Clips } from './aloud/clips.tsx'
import { Choices } from './choices.tsx'
import { BudgetFields } from './kinds/budget-fields.tsx'
import { DateField } from './kinds/date-field.tsx'
import { exampleDate } from './kinds/date-limits.ts'
import { DrawingField } from './kinds/drawing-field.tsx'
import { Granted } from './kinds/granted.tsx'
import { PhotoField } from './kinds/photo-field.tsx'
import { PinFields } from './kinds/pin-fields.tsx'
import { RankFields } from './kinds/rank-fields.tsx'
import { problemText } from './problem-text.ts'
import { Pairs, Rows } from './rows.tsx'
import { headed, said } from './said.tsx'
import type { Sheet } from './sheet.ts'
import { WrittenAnswer } from './written-answer.tsx'

interface QuestionProps {
  question: Question
  sheet: Sheet
  /** Not everyone comes to this question: without the script, people decide for themselves. */
  depends: boolean
}

/** One question of the questionnaire, of any kind. */
export function QuestionBlock({ question, sheet, depends }: QuestionProps) {
  const { locale, problems } = sheet
  // Pinyin is put over whole texts.
  const title = (sheet.edition.pinyin ? said : headed)(question.title, locale)
  const heading = (
    <>
      {question.number && <b>{`${question.number} `}</b>}
      {title}
      {question.read && <i hidden data-read={textIn(question.read, locale)} />}
    </>
  )
  const problem = problems.find((candidate) => candidate.question === question.id)
  const hints = <Hints question={question} sheet={sheet} depends={depends} problem={problem} />
  switch (question.kind) {
    case 'note':
      return (
        <div class="q note" id={question.id}>
          <p>{title}</p>
          {hints}
        </div>
      )
    case 'number':
    case 'text':
      return (
        <div class="q" id={question.id}>
          <label class="title" for={`${question.id}-i`}>
            {heading}
          </label>
          {hints}
          <WrittenAnswer question={question} sheet={sheet} wrong={problem !== undefined} />
        </div>
      )
    case 'rank':
      return (
        <Group id={question.id} heading={heading} hints={hints}>
          <RankFields question={question} sheet={sheet} />
        </Group>
      )
    case 'budget':
      return (
        <Group id={question.id} heading={heading} hints={hints}>
          <BudgetFields question={question} sheet={sheet} />
        </Group>
      )
    case 'pin':
      return (
        <Group id={question.id} heading={heading} hints={hints}>
          <PinFields question={question} sheet={sheet} />
        </Group>
      )
    case 'drawing':
      return (
        <Group id={question.id} heading={heading} hints={hints}>
          <DrawingField question={question.id} sheet={sheet} />
        </Group>
      )
    case 'photo':
      return (
        <Group id={question.id} heading={heading} hints={hints}>
          <PhotoField question={question.id} sheet={sheet} />
        </Group>
      )
    case 'consent':
      return question.by === 'guardian' ? (
        <Granted question={question.id} sheet={sheet} />
      ) : (
        <Group id={question.id} heading={heading} hints={hints}>
          <p>{said(question.body, locale)}</p>
          <Choices question={question} sheet={sheet} />
        </Group>
      )
    case 'date':
      return (
        <div class="q" id={question.id}>
          <label class="title" for={`${question.id}-i`}>
            {heading}
          </label>
          {hints}
          <DateField question={question} sheet={sheet} wrong={problem !== undefined} />
        </div>
      )
    case 'single':
    case 'multiple':
    case 'scale':
      return (
        <Group id={question.id} heading={heading} hints={hints}>
          <Choices question={question} sheet={sheet} />
        </Group>
      )
    case 'matrix':
      return (
        <Group id={question.id} heading={heading} hints={hints}>
          <Rows question={question} sheet={sheet} />
        </Group>
      )
    case 'pair':
      return (
        <Group id={question.id} heading={heading} hints={hints}>
          <Pairs question={question} sheet={sheet} />
        </Group>
      )
  }
}

function Group(props: { id: string; heading: Child; hints: Child; children?: Child }) {
  return (
    <fieldset class="q" id={props.id} aria-describedby={`${props.id}-h`}>
      <legend>{props.heading}</legend>
      {props.hints}
      {props.children}
    </fieldset>
  )
}

function Hints({
  question,
  sheet,
  depends,
  problem,
}: QuestionProps & { problem?: Problem | undefined }) {
  const { locale, edition } = sheet
  const { form } = words(locale)
  const rule = ruleOf(question, sheet)
  const child = edition.audience === 'child'
  return (
    <div id={`${question.id}-h`}>
      {problem && <p class="bad">{said(problemText(sheet, problem), locale)}</p>}
      {rule && <p class={question.kind === 'text' ? 'h limit' : 'h'}>{said(rule, locale)}</p>}
      {question.kind === 'date' && <p class="h ns">{form.dateExample(exampleDate(question))}</p>}
      {question.hint && <p class="h">{said(question.hint, locale)}</p>}
      {depends && <p class="h ns">{child ? form.skippableChild : form.skippable}</p>}
      {question.kind === 'single' && question.carriedFrom && <p class="h ns">{form.carried}</p>}
      <Clips question={question.id} sheet={sheet} />
    </div>
  )
}

/** The limit a question sets, in words made from the definition so that they can never disagree. */
function ruleOf(question: Question, { locale }: Sheet): string | undefined {
  const { form, kinds } = words(locale)
  switch (question.kind) {
    case 'multiple': {
      const { min, max } = question
      if (max === undefined) return form.several
      return min !== undefined && min > 1 ? form.range(min, max) : form.upTo(max)
    }
    case 'text':
      return form.limit(question.limit)
    case 'rank':
      return question.most === undefined ? kinds.rankAll : kinds.rankMost(question.most)
    case 'budget':
      return kinds.spend(question.total, textIn(question.unit, locale))
    case 'pin':
      return kinds.pins(question.most)
    case 'photo':
      return kinds.photoHint
    case 'date':
      return form.dateRange(inWords(question.min, locale), inWords(question.max, locale))
    case 'number': {
      const { min, max } = question
      return min !== undefined && max !== undefined ? form.numberRange(min, max) : undefined
    }
    case 'single':
    case 'matrix':
    case 'scale':
    case 'pair':
    case 'drawing':
    case 'consent':
    case 'note':
      return undefined
  }
}

const inWords = (day: string | undefined, locale: Locale) => day && dayWords(day, locale)
