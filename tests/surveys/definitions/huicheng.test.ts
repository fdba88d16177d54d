import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { adult } from '../../../surveys/definitions/huicheng/adult.ts'
import { child } from '../../../surveys/definitions/huicheng/child.ts'
import { huicheng } from '../../../surveys/definitions/huicheng/consultation.ts'
import { checkDefinition } from '../../../surveys/engine/check-definition.ts'
import { ConsultationSchema, type Edition } from '../../../surveys/engine/definition.ts'
import { adultDraft, type Draft } from './draft-adult.ts'
import { childDraft } from './draft-child.ts'
import { labels, question } from './numbered.ts'

describe('the consultation', () => {
  test('has no fault', () => {
    expect(checkDefinition(huicheng)).toEqual([])
  })

  test('survives being written down and read again', () => {
    expect(v.parse(ConsultationSchema, JSON.parse(JSON.stringify(huicheng)))).toEqual(huicheng)
  })

  test('asks in five villages, each with a mailbox of its own', () => {
    expect(huicheng.neighbourhoods.map((n) => n.name['zh-CN'])).toEqual([
      '汇成一村',
      '汇成二村',
      '汇成三村',
      '汇成四村',
      '汇成五村',
    ])
    const codes = huicheng.neighbourhoods.flatMap((n) => n.mailboxes.map((box) => box.code))
    expect(codes).toEqual(['HC1A', 'HC2A', 'HC3A', 'HC4A', 'HC5A'])
  })

  test('knows the village of a mailbox by the same name in both editions', () => {
    const villages = huicheng.neighbourhoods.map((n) => n.id)
    for (const [edition, id] of [[adult, 'Q1'] as const, [child, 'K2'] as const]) {
      const own = question(edition, id)
      const ids = own.kind === 'single' ? own.options.map((option) => option.id) : []
      expect(ids.slice(0, 5)).toEqual(villages)
    }
  })

  test('lays the children’s wishes beside the adults’ without adding them up', () => {
    const [topic] = huicheng.topics
    expect(topic?.items.map((item) => item.options)).toEqual([
      { Q8: ['quiet'], K6: ['reading'], K7: ['reading'] },
      { Q8: ['play'], K6: ['crafts', 'games'], K7: ['crafts', 'games'] },
      { Q8: ['garden', 'demolish'], K6: ['garden'], K7: ['garden'] },
      { Q8: ['lounge'], K6: ['stories'], K7: ['stories'] },
      { K6: ['drawing'], K7: ['drawing'] },
    ])
  })
})

describe('every text', () => {
  const texts = textsIn(huicheng)

  test('is there in Chinese and in English', () => {
    expect(texts.length).toBeGreaterThan(250)
    for (const text of texts) {
      expect(Object.keys(text).sort(), JSON.stringify(text)).toEqual(['en', 'zh-CN'])
      expect(text['zh-CN']).toMatch(/\p{Script=Han}|\{\w+\}/u)
      expect(text.en).toMatch(/[A-Za-z0-9]/)
      expect(text.en).not.toMatch(/\p{Script=Han}/u)
    }
  })

  test('leaves the same blanks for the desk to fill in, in both languages', () => {
    const known = ['organiser', 'storage', 'address', 'phone', 'contact', 'complaints']
    known.push('childOfficer', 'resultsBy')
    const found = new Set<string>()
    for (const text of texts) {
      expect(blanks(text.en), text.en).toEqual(blanks(text['zh-CN']))
      for (const blank of blanks(text.en)) found.add(blank)
    }
    expect([...found].sort()).toEqual(known.sort())
  })

  test('has no blank at either end and no straight quotation marks', () => {
    for (const text of texts.flatMap((text) => Object.values(text))) {
      expect(text).toBe(text.trim())
      expect(text).not.toMatch(/["']/)
    }
  })
})

describe.each([
  ['the adults’ edition', adult, adultDraft],
  ['the children’s edition', child, childDraft],
])('%s', (_, edition: Edition, draft: Draft[]) => {
  test('asks these questions in this order', () => {
    const asked = edition.sections.flatMap((section) => section.questions.map((q) => q.id))
    expect(asked).toEqual(draft.map(([id]) => id))
  })

  test.each(draft)('%s asks “%s” with these options', (id, title, options) => {
    expect(unspaced(question(edition, id).title['zh-CN'])).toBe(title)
    expect(labels(edition, id).map(unspaced)).toEqual(options.map(unspaced))
  })

  test('has no two options that read the same in one question', () => {
    for (const [id] of draft)
      expect(new Set(labels(edition, id)).size).toBe(labels(edition, id).length)
  })
})

describe('the words around the questions', () => {
  test('greet adults as neighbours and say how long it takes', () => {
    expect(adult.title['zh-CN']).toBe('汇成片区居民心愿问卷')
    expect(adult.intro['zh-CN']).toBe(
      '邻居您好！汇成片区想把一些旧角落变得更好用，具体怎么变，想先听听您的。题目不难，大约五分钟。没有标准答案，怎么想就怎么答。',
    )
    expect([adult.minutes, child.minutes]).toEqual([5, 3])
  })

  test('thank a child and say where its words go', () => {
    expect(child.title['zh-CN']).toBe('小邮筒，听你说')
    expect(child.closing['zh-CN']).toBe('谢谢你！你的话会和其他小朋友的合在一起，交给大人看。')
  })

  test('tell adults when and where the results will be posted', () => {
    expect(adult.closing['zh-CN']).toContain('结果将在{resultsBy}前贴在居务公开栏和本页面。')
  })

  test('ask nobody to write names, telephone numbers, doors or schools', () => {
    const letter = adult.sections.find((s) => s.questions.some((q) => q.id === 'Q18a'))
    expect(letter?.title?.['zh-CN']).toBe('您还有什么话想写进邮筒？')
    expect(letter?.intro?.['zh-CN']).toBe('请不要写姓名、电话、门牌号。')
    expect(question(child, 'K9').hint?.['zh-CN']).toContain('不写名字和学校')
  })

  test('say that the lift question is no formal vote', () => {
    expect(question(adult, 'Q12').hint?.['zh-CN']).toBe('只是了解想法，不是正式表决。')
  })

  test('point children from the adults’ questionnaire to their own', () => {
    expect(unspaced(question(adult, 'Q2').hint?.['zh-CN'])).toBe('13岁及以下请用儿童版。')
  })

  test('ask the guardian first, then the child', () => {
    expect(child.notice.agree['zh-CN']).toBe('同意，请孩子填写')
    expect(child.assent?.paragraphs.map((p) => p.body['zh-CN'])).toEqual([
      '我们想知道你喜欢怎样的小区。',
      '没有对错。不想答就点「跳过」。不用写名字。',
      '你愿意填吗？',
    ])
  })

  test('keep who filled it in apart from the nine questions', () => {
    expect(question(child, 'K0').number).toBeUndefined()
    expect(question(child, 'K9').number).toBe('9')
  })
})

function textsIn(value: unknown): Record<string, string>[] {
  if (typeof value !== 'object' || value === null) return []
  if ('zh-CN' in value || 'en' in value) return [value as Record<string, string>]
  return Object.entries(value).flatMap(([, inner]) => textsIn(inner))
}

function blanks(text = ''): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort()
}

/** A thin space between figures and characters is a matter of typography, not of words. */
function unspaced(text = ''): string {
  return text.replaceAll(' ', '')
}
