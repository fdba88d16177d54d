import { describe, expect, test } from 'vitest'
import { checkDefinition } from '../../../surveys/engine/check-definition.ts'
import type { Condition } from '../../../surveys/engine/condition.ts'
import type { Edition, Question, QuestionOf, Topic } from '../../../surveys/engine/definition.ts'
import { identifyingQuestions } from '../../../surveys/engine/identifying-words.ts'
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

describe('a child is asked nothing that says who it is', () => {
  const day = (min?: string, max?: string): Question => ({
    ...{ id: 'D', kind: 'date', title },
    ...(min && { min }),
    ...(max && { max }),
  })
  const pins = (comment?: number): Question => ({
    ...{ id: 'P', kind: 'pin', title, most: 2, ...(comment && { comment }) },
    plan: { ...image, width: 800, height: 600 },
  })
  const count = (max?: number): Question => ({
    ...{ id: 'N', kind: 'number', title, ...(max && { max }) },
  })
  const asking = (words: string, hint?: string): Question => ({
    ...{ id: 'T', kind: 'text', title: text(words), limit: 60 },
    ...(hint && { hint: text(hint) }),
  })
  const refused = (question: Question) => faultsOf(child(question)).length > 0

  test.each([
    ['a photo', { id: 'F', kind: 'photo', title }, true],
    ['any day at all, which is a birthday', day(), true],
    ['a day from then on', day('2015-01-01'), true],
    ['a day of a year', day('2015-01-01', '2015-12-31'), true],
    ['a day of this spring', day('2027-03-01', '2027-05-31'), false],
    ['places on a plan', pins(), false],
    ['words beside a place', pins(40), true],
    ['a number as long as a telephone’s', count(), true],
    ['how many', count(20), false],
    ['its name', asking('你叫什么名字？'), true],
    ['its school', asking('你在哪所学校，几班？'), true],
    ['its telephone', asking('写下爸爸的手机'), true],
    ['where it lives', asking('你家住在几号楼？'), true],
    ['its birthday', asking('你的生日是哪天？'), true],
    ['its name, in the hint', asking('说一句话', '最后写上姓名。'), true],
    ['to leave its name out', asking('说一句话', '请不要写姓名、电话、门牌号。'), false],
    ['a word to the grown-ups', asking('你想对大人说一句话吗？'), false],
  ] satisfies [string, Question, boolean][])('%s', (_, question, isRefused) => {
    expect(refused(question)).toBe(isRefused)
    if (isRefused) expect(faultsOf(child(question))).toEqual(['not-for-children 0'])
    // Grown-ups may be asked.
    expect(faults(question)).toEqual([])
  })

  test('in no language', () => {
    const inEnglish = (en: string): Question => ({
      ...{ id: 'T', kind: 'text', title: { 'zh-CN': '说一句话', en }, limit: 60 },
    })
    expect(refused(inEnglish('What is your name?'))).toBe(true)
    expect(refused(inEnglish('Tell us something. No names, no school.'))).toBe(false)
  })

  test('and leaves no way to be reached', () => {
    const contact = { after: { question: 'N', isAnyOf: [] }, notice }
    const asked = { ...child(count(20)), contact: contact as unknown as Edition['contact'] }
    expect(faultsOf(asked)).toContain('not-for-children contact')
  })

  test('nor are its words a suggestion, which staff read one by one and others are shown', () => {
    const wish = asking('你想对大人说一句话吗？')
    expect(faultsOf({ ...child(wish), suggestion: 'T' })).toEqual(['not-for-children suggestion'])
    expect(faultsOf(child(wish))).toEqual([])
  })
})

describe('a child is asked no more than it can bear', () => {
  const nth = (n: number): Question => ({
    ...{ id: `Q${n}`, number: String(n), kind: 'single', title, options: options('a', 'b') },
  })
  const questions = (count: number) => Array.from({ length: count }, (_, n) => nth(n))
  const pictures = (count: number, more: Partial<QuestionOf<'multiple'>> = {}): Question => ({
    ...{ id: 'M', kind: 'multiple', title, max: 2 },
    options: Array.from({ length: count }, (_, n) => ({ ...named(`o${n}`), picture: 'tree' })),
    ...more,
  })

  test('nine questions, and who filled it in', () => {
    const whoFilledIt: Question = { ...nth(10), number: undefined }
    expect(faultsOf(child(...questions(9), whoFilledIt))).toEqual([])
    expect(faultsOf(child(...questions(10)))).toEqual(['too-much-for-children sections'])
    expect(faultsOf(child(...questions(9), whoFilledIt, words('T')))).toEqual([
      'too-much-for-children sections',
    ])
    expect(faults(...questions(20))).toEqual([])
  })

  test('six pictures, three picks, five faces, four minutes', () => {
    expect(faultsOf(child(pictures(6, { max: 3 })))).toEqual([])
    expect(faultsOf(child(pictures(7)))).toEqual(['too-much-for-children 0.options'])
    expect(faultsOf(child(pictures(6, { max: 4 })))).toEqual(['too-much-for-children 0.max'])
    const faces: Question = {
      ...{ id: 'S', kind: 'scale', title },
      points: ['a', 'b', 'c', 'd', 'e', 'f'].map(named),
    }
    expect(faultsOf(child(faces))).toEqual(['too-much-for-children 0.points'])
    expect(faultsOf({ ...child(nth(1)), minutes: 5 })).toEqual(['too-much-for-children minutes'])
  })
})

test('an author is told which questions ask adults who they are', () => {
  const asked = (words: string): Question => ({
    ...{ id: 'T', kind: 'text', title: text(words), limit: 60 },
  })
  const told = (words: string) => identifyingQuestions('e', edition([asked(words)])).length
  for (const words of [
    '请写姓名',
    '您的身份证号码',
    '手机号',
    '几号门牌？',
    '要不要留下手机号？',
    '出生日期',
    '工作单位',
  ]) {
    expect([words, told(words)]).toEqual([words, 1])
  }
  for (const words of ['请不要写姓名、电话、门牌号', '不用写手机号', '哪个单位来修？']) {
    expect([words, told(words)]).toEqual([words, 0])
  }
})
