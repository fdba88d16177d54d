import { describe, expect, test } from 'vitest'
import { adult } from '../../../surveys/definitions/huicheng/adult.ts'
import { child } from '../../../surveys/definitions/huicheng/child.ts'
import { checkAnswers, type Problem } from '../../../surveys/engine/check.ts'
import type { Edition } from '../../../surveys/engine/definition.ts'
import { orderedOptions } from '../../../surveys/engine/order.ts'
import { allOptions } from '../../../surveys/engine/visibility.ts'
import { asked, idsOf, labels, type Numbered, numbered, offered, question } from './numbered.ts'

const problems = (edition: Edition, given: Numbered): Problem[] =>
  checkAnswers(edition, numbered(edition, given)).problems

const shown = (edition: Edition, given: Numbered) => asked(edition, numbered(edition, given))

describe('what is offered', () => {
  test('“I rent; the landlord decides” is offered to tenants and guests only', () => {
    const landlord = '我是租客，由房东决定'
    for (const home of [3, 4, 5]) {
      expect(offered(adult, 'Q12', numbered(adult, { Q3: home }))).toContain(landlord)
      expect(problems(adult, { Q3: home, Q12: 6 })).toEqual([])
    }
    for (const home of [0, 1, 2, 6]) {
      expect(offered(adult, 'Q12', numbered(adult, { Q3: home }))).not.toContain(landlord)
      expect(problems(adult, { Q3: home, Q12: 6 })).toEqual([
        { question: 'Q12', kind: 'not-offered' },
      ])
    }
  })

  test('the most urgent matter is chosen among those picked before', () => {
    const filled = numbered(adult, { Q6: [2, 4, 12] })
    expect(offered(adult, 'Q7', filled)).toEqual([
      '上下楼方便些（加装电梯、扶手等）',
      '停车、电瓶车充电',
      '其他（请写）',
    ])
    expect(problems(adult, { Q6: [2, 4], Q7: 1 })).toEqual([
      { question: 'Q7', kind: 'not-offered' },
    ])
  })

  test('who picked one matter, or finds all fine, is not asked for the most urgent', () => {
    for (const picks of [[], [3], [12], [13]])
      expect(shown(adult, { Q6: picks })).not.toContain('Q7')
  })

  test('a child chooses its favourite among the three it liked better', () => {
    const filled = { answers: { K6: { a: 'crafts', b: 'games', c: 'stories' } }, others: {} }
    expect(offered(child, 'K7', filled)).toEqual(['手工桌', '游戏角', '讲故事的地方'])
  })

  test('a child who liked none of them is not asked for a favourite', () => {
    expect(shown(child, {})).not.toContain('K7')
  })

  test('matters stand in a random order; “other” and “all fine” keep their places', () => {
    const mixed = ['a', 'b', 'c', 'd', 'e'].map((seed) => mixedUp(adult, 'Q6', seed))
    for (const list of mixed) {
      expect(list.slice(11)).toEqual(['其他（请写）', '目前都还可以'])
      expect([...list].sort()).toEqual([...labels(adult, 'Q6')].sort())
    }
    expect(new Set(mixed.map(String)).size).toBe(5)
  })

  test('uses of the store-room are mixed; taking it down and leaving it stay behind them', () => {
    const mixed = ['a', 'b', 'c', 'd', 'e'].map((seed) => mixedUp(adult, 'Q8', seed))
    for (const list of mixed) expect(list.slice(8)).toEqual(labels(adult, 'Q8').slice(8))
    expect(new Set(mixed.map(String)).size).toBe(5)
  })

  test('no other question is mixed', () => {
    const questions = [adult, child].flatMap((e) => e.sections.flatMap((s) => s.questions))
    const shuffled = questions.filter((q) => 'shuffle' in q && q.shuffle).map((q) => q.id)
    expect(shuffled).toEqual(['Q6', 'Q8'])
  })

  test('room to write stands beside every “other” and beside nothing else', () => {
    const writable = [adult, child].flatMap((edition) =>
      edition.sections
        .flatMap((s) => s.questions)
        .filter((q) => q.kind === 'multiple' && q.options.some((o) => o.other))
        .map((q) => [q.id, labels(edition, q.id)[idsOf(edition, q.id).indexOf('other')]]),
    )
    expect(writable).toEqual(['Q6', 'Q8', 'Q9', 'Q13', 'Q15'].map((id) => [id, '其他（请写）']))
  })
})

describe('the remaining rules', () => {
  test('every question may be skipped', () => {
    for (const edition of [adult, child]) {
      const blank = checkAnswers(edition, { answers: {}, others: {} })
      expect(blank).toEqual({ kept: { answers: {}, others: {} }, problems: [] })
    }
  })

  test('“hard to say” is an answer outside the scale of satisfaction', () => {
    const scale = question(adult, 'Q5')
    expect(scale.kind === 'scale' && scale.points).toHaveLength(5)
    expect(scale.kind === 'scale' && scale.dontKnow?.label['zh-CN']).toBe('不好说')
    expect(problems(adult, { Q5: 6 })).toEqual([])
  })

  test('a child chooses between two things three times', () => {
    const pair = question(child, 'K6')
    const names = pair.kind === 'pair' ? pair.pairs.map((p) => p.options.map((o) => o.label)) : []
    expect(names.map((two) => two.map((label) => label['zh-CN']))).toEqual([
      ['看书角', '手工桌'],
      ['小花园', '游戏角'],
      ['画画墙', '讲故事的地方'],
    ])
  })

  test('a child says of three places whether it would go again', () => {
    const places = question(child, 'K8')
    const rows = places.kind === 'matrix' ? places.rows.map((row) => row.label['zh-CN']) : []
    expect(rows).toEqual(['小区花园', '居委会活动室', '楼下空地'])
    expect(labels(child, 'K8')).toEqual(['想去', '也许', '不想去', '没去过'])
  })

  test('every option a child sees as a picture has one', () => {
    for (const id of ['K3', 'K4', 'K5', 'K6', 'K7']) {
      for (const option of allOptions(question(child, id), child))
        expect(option.picture).toBeTruthy()
    }
  })
})

function mixedUp(edition: Edition, id: string, seed: string): string[] {
  const asking = question(edition, id)
  return orderedOptions(asking, allOptions(asking, edition), seed).map(
    (o) => o.label['zh-CN'] ?? '',
  )
}
