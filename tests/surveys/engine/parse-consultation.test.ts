import { describe, expect, test } from 'vitest'
import { parseConsultation } from '../../../surveys/engine/parse-consultation.ts'
import { consultation, sample } from './sample.ts'

const sound = consultation(sample)
const problemsOf = (json: string) => {
  const outcome = parseConsultation(json)
  return 'problems' in outcome ? outcome.problems : []
}

test('a consultation written as JSON comes back as it was', () => {
  expect(parseConsultation(JSON.stringify(sound))).toEqual({ consultation: sound })
})

describe('what comes from outside is measured before it is read', () => {
  test('512 KB at most, counted in bytes', () => {
    const padded = (count: number, letter: string) => `"${letter.repeat(count)}"`
    expect(problemsOf(padded(512 * 1024, 'a'))).toMatchObject([{ kind: 'too-large' }])
    expect(problemsOf(padded(175_000, '字'))).toMatchObject([{ kind: 'too-large' }])
    expect(problemsOf(padded(174_000, '字'))).toMatchObject([{ kind: 'wrong-shape' }])
  })

  test('twelve levels deep at most, however many there are', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
    expect(problemsOf(nested(12))[0]).toMatchObject({ kind: 'wrong-shape' })
    expect(problemsOf(nested(13))).toMatchObject([{ kind: 'too-deep' }])
    expect(problemsOf(nested(100_000))).toMatchObject([{ kind: 'too-deep' }])
  })

  test('brackets inside words are words', () => {
    expect(problemsOf(JSON.stringify('[{"\\['.repeat(20)))).toMatchObject([{ kind: 'wrong-shape' }])
  })
})

describe('what it says when it cannot be read', () => {
  test('not JSON', () => {
    for (const json of ['', '{', 'hello', '{"a":}']) {
      expect(problemsOf(json)).toEqual([{ path: '', kind: 'not-json' }])
    }
  })

  test('the path to each thing of the wrong shape', () => {
    const broken = JSON.stringify(sound)
      .replace('"kind":"scale"', '"kind":"slider"')
      .replace('"collectionDays":30', '"collectionDays":0,"colour":"red"')
    expect(
      problemsOf(broken)
        .map(({ path, kind }) => `${kind} ${path}`)
        .sort(),
    ).toEqual([
      'wrong-shape collectionDays',
      'wrong-shape colour',
      'wrong-shape editions.0.sections.1.questions.0.kind',
    ])
  })

  test('the path to a condition that is none', () => {
    const broken = JSON.stringify(sound).replace('"picks":{"atLeast":2}', '"picks":{"atLeast":"2"}')
    expect(problemsOf(broken)).toMatchObject([
      { path: 'editions.0.sections.0.questions.2.showIf.picks.atLeast', kind: 'wrong-shape' },
    ])
  })

  test('an id that would change what every object is', () => {
    const broken = JSON.stringify(sound).replaceAll('"home"', '"constructor"')
    expect(problemsOf(broken)).toMatchObject([{ kind: 'reserved-id', about: 'constructor' }])
  })

  test('no Chinese', () => {
    const broken = JSON.stringify(sound).replace('"zh-CN":"院子"', '"en":"Yard"')
    expect(problemsOf(broken)).toMatchObject([{ path: 'title.zh-CN', kind: 'wrong-shape' }])
  })
})
