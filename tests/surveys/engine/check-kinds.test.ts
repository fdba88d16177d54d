import { describe, expect, test } from 'vitest'
import { checkDefinition } from '../../../surveys/engine/check-definition.ts'
import type { Condition } from '../../../surveys/engine/condition.ts'
import type { Edition, Question, Topic } from '../../../surveys/engine/definition.ts'
import { consultation, edition, named, notice, options, section, text } from './sample.ts'

const faultsOf = (asked: Edition, topics: Topic[] = []) =>
  checkDefinition({ ...consultation(asked), topics }).map(
    ({ kind, path }) => `${kind} ${path.replace(/^editions\.0\.(sections\.0\.questions\.)?/, '')}`,
  )
const faults = (...questions: Question[]) => faultsOf(edition(questions))
const child = (...questions: Question[]): Edition => ({
  ...edition(questions),
  ...{ audience: 'child', assent: notice },
})

const title = text('？')
const image = { src: '/pictures/bench.svg', alt: text('长椅') }
const words = (id: string, showIf?: Condition): Question => ({
  ...{ id, kind: 'text', title, limit: 9 },
  ...(showIf && { showIf }),
})
const rank: Question = { id: 'R', kind: 'rank', title, options: options('a', 'b', 'c') }
const budget: Question = {
  ...{ id: 'B', kind: 'budget', title, options: options('a', 'b') },
  ...{ total: 5, unit: text('贴纸') },
}
const consent = (id: string, more?: { by?: 'guardian'; showIf?: Condition }): Question => ({
  ...{ id, kind: 'consent', title, body: text('只给工作人员看') },
  ...{ agree: text('可以'), decline: text('不可以') },
  ...more,
})
const drawing = (showIf?: Condition): Question => ({
  ...{ id: 'W', kind: 'drawing', title },
  ...(showIf && { showIf }),
})
const yes = (question: string): Condition => ({ question, is: 'yes' })

describe('a choice by pictures', () => {
  const choice = (...list: { id: string; image?: typeof image; other?: boolean }[]): Question => ({
    ...{ id: 'Q', kind: 'single', title },
    options: list.map((option) => ({ label: text(option.id), ...option })),
  })
  test('shows a picture of each thing', () => {
    expect(faults(choice({ id: 'x', image }, { id: 'y', image }))).toEqual([])
    expect(faults(choice({ id: 'x', image }, { id: 'y' }))).toEqual([
      'missing-image 0.options.1.image',
    ])
  })
  test('but none of what the resident thinks of', () => {
    expect(faults(choice({ id: 'x', image }, { id: 'y', other: true }))).toEqual([])
  })
})

describe('names', () => {
  test('of things to rank, of pots for stickers and of kinds of pins differ', () => {
    expect(faults({ ...rank, options: options('a', 'A') })).toEqual(['duplicate-id 0.options.1'])
    expect(faults({ ...budget, options: options('a', 'a') })).toEqual(['duplicate-id 0.options.1'])
    const pin: Question = {
      ...{ id: 'P', kind: 'pin', title, most: 2, categories: [named('sit'), named('sit')] },
      plan: { ...image, width: 800, height: 600 },
    }
    expect(faults(pin)).toEqual(['duplicate-id 0.categories.1'])
  })
  test.each(['main', 'form', 'summary', 'agree', 'outbox', 'receipt', 'id', 'v', 'blank'])(
    'a question cannot be called %s, as a part of its page is',
    (id) => expect(faults(words(id))).toEqual(['reserved-id 0']),
  )
})

describe('limits that contradict each other', () => {
  test.each([
    ['more to rank than there is', { ...rank, most: 4 }, ['max-above-options 0.most']],
    ['as much to rank as there is', { ...rank, most: 3 }, []],
    [
      'a last day before the first',
      { id: 'D', kind: 'date', title, min: '2027-03-02', max: '2027-03-01' },
      ['min-above-max 0.min'],
    ],
    ['a single day', { id: 'D', kind: 'date', title, min: '2027-03-01', max: '2027-03-01' }, []],
    [
      'a day no calendar has',
      { id: 'D', kind: 'date', title, min: '2027-02-29' },
      ['not-a-date 0.min'],
    ],
  ] satisfies [string, Question, string[]][])('%s', (_, question, wrong) => {
    expect(faults(question)).toEqual(wrong)
  })
})

describe('conditions on what was', () => {
  test.each([
    ['agreed to', consent('Q'), { question: 'Q', isOneOf: ['yes', 'no'] }, []],
    ['agreed to in other words', consent('Q'), yes('Q'), []],
    [
      'neither agreed to nor declined',
      consent('Q'),
      { question: 'Q', is: 'perhaps' },
      ['unknown-option 1.showIf.is'],
    ],
    ['ranked', { ...rank, id: 'Q' }, { question: 'Q', includes: ['a'] }, []],
    [
      'ranked, more than can be',
      { ...rank, id: 'Q', most: 1 },
      { question: 'Q', picks: { atLeast: 2 } },
      ['never-shown 1'],
    ],
    ['given stickers', { ...budget, id: 'Q' }, { question: 'Q', answered: true }, []],
    [
      'given stickers, one of them',
      { ...budget, id: 'Q' },
      { question: 'Q', includes: ['a'] },
      ['wrong-condition 1.showIf'],
    ],
    [
      'dated',
      { id: 'Q', kind: 'date', title },
      { question: 'Q', is: 'a' },
      ['wrong-condition 1.showIf'],
    ],
    [
      'photographed',
      { id: 'Q', kind: 'photo', title },
      { question: 'Q', is: 'a' },
      ['wrong-condition 1.showIf'],
    ],
  ] as [string, Question, Condition, string[]][])('%s', (_, question, condition, wrong) => {
    expect(faults(question, words('Z', condition))).toEqual(wrong)
  })
})

describe('a child draws', () => {
  const granted = consent('G', { by: 'guardian' })
  test.each([
    ['where a guardian said yes', [granted, drawing(yes('G'))], []],
    [
      'where a guardian said yes and the child likes to',
      [granted, words('Z'), drawing({ all: [yes('G'), { question: 'Z', answered: true }] })],
      [],
    ],
    ['but not without asking', [granted, drawing()], ['no-guardian-consent 1']],
    [
      'nor where the guardian said no',
      [granted, drawing({ question: 'G', is: 'no' })],
      ['no-guardian-consent 1'],
    ],
    [
      'nor where the child alone said yes',
      [consent('G'), drawing(yes('G'))],
      ['no-guardian-consent 1'],
    ],
    [
      'nor where either would do',
      [granted, words('Z'), drawing({ any: [yes('G'), { question: 'Z', answered: true }] })],
      ['no-guardian-consent 2'],
    ],
  ] as [string, Question[], string[]][])('%s', (_, questions, wrong) => {
    expect(faultsOf(child(...questions))).toEqual(wrong)
  })
  test('and an adult needs nobody’s consent', () => {
    expect(faults(drawing())).toEqual([])
  })
  test('guardians are asked before anything else, so nothing can lead up to their question', () => {
    const late = consent('G', { by: 'guardian', showIf: { question: 'Z', answered: true } })
    expect(faultsOf(child(words('Z'), late))).toEqual(['guardian-not-asked 1'])
    const sections = [
      section('S', [words('Z')]),
      section('T', [granted], { showIf: { question: 'Z', answered: true } }),
    ]
    expect(faultsOf({ ...child(), sections })).toEqual([
      'guardian-not-asked sections.1.questions.0',
    ])
  })
  test('and nobody asks an adult’s guardian', () => {
    expect(faults(granted)).toEqual(['guardian-not-asked 0'])
  })
})

describe('what comes after the questions', () => {
  const asked = edition([{ ...rank, id: 'Q' }, words('Z')])
  const contact = (question: string, ...isAnyOf: string[]) => ({
    ...asked,
    contact: { after: { question, isAnyOf }, notice },
  })
  test.each([
    ['a suggestion in words', { ...asked, suggestion: 'Z' }, []],
    ['a suggestion that is not in words', { ...asked, suggestion: 'Q' }, ['not-a-text suggestion']],
    [
      'a suggestion nobody is asked for',
      { ...asked, suggestion: 'Y' },
      ['unknown-question suggestion'],
    ],
    ['a contact after a pick', contact('Q', 'a', 'b'), []],
    ['a contact after no question', contact('Y', 'a'), ['unknown-question contact.after']],
    ['a contact after no option', contact('Q', 'a', 'z'), ['unknown-option contact.after']],
    ['a contact after words', contact('Z', 'a'), ['unknown-option contact.after']],
  ] as [string, Edition, string[]][])('%s', (_, questionnaire, wrong) => {
    expect(faultsOf(questionnaire)).toEqual(wrong)
  })
})

test('an order has no people to count beside an option, so no topic is about it', () => {
  const topic = (question: string): Topic => ({
    ...{ id: 'yard', title },
    questions: [
      { audience: 'adult', question: 'C' },
      { audience: 'adult', question },
    ],
    items: [{ id: 'x', label: title, options: { C: ['yes'], [question]: ['a'] } }],
  })
  const single: Question = { id: 'S', kind: 'single', title, options: options('a', 'b') }
  const asked = edition([consent('C'), rank, single])
  expect(faultsOf(asked, [topic('S')])).toEqual([])
  expect(faultsOf(asked, [topic('R')])).toEqual(['broken-topic topics.0.questions.1'])
})
