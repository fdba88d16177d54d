import { describe, expect, test } from 'vitest'
import { adult } from '../../../surveys/definitions/huicheng/adult.ts'
import { child } from '../../../surveys/definitions/huicheng/child.ts'
import { huicheng } from '../../../surveys/definitions/huicheng/consultation.ts'
import { checkDefinition } from '../../../surveys/engine/check-definition.ts'
import type { Edition } from '../../../surveys/engine/definition.ts'
import { parseConsultation } from '../../../surveys/engine/parse-consultation.ts'
import { labels, question } from './numbered.ts'

describe('the consultation', () => {
  test('has no fault', () => {
    expect(checkDefinition(huicheng)).toEqual([])
  })

  test('survives being written down and read again', () => {
    expect(parseConsultation(JSON.stringify(huicheng))).toEqual({ consultation: huicheng })
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

// As drafted: id, title, number of options, first and last option.
type Row = [id: string, title: string, count: number, first?: string, last?: string]

const adultDraft: Row[] = [
  ['Q1', '您现在住在哪里？', 7, '汇成一村', '不住这里，但在附近上班、上学或常来'],
  ['Q2', '您的年龄段是？', 7, '14–17岁', '不想说'],
  ['Q3', '您现在住的房子是？', 6, '自己家买的', '不想说'],
  ['Q4', '您在这个小区住了多久？', 4, '不到半年', '十年以上'],
  ['Q5', '总的来说，您对小区现在的公共环境满意吗？', 6, '很满意', '不好说'],
  ['Q6', '下面这些事，您觉得哪几件最该先办？', 13, '让老人小孩有地方坐、有地方玩', '目前都还可以'],
  ['Q7', '在您选的几件里，最急的是哪一件？', 12, '让老人小孩有地方坐、有地方玩', '其他（请写）'],
  [
    'Q8',
    '小区里有一间闲置的旧垃圾库房，准备清理后给大家用。您希望它变成什么？',
    12,
    '邻里客厅，坐坐聊聊',
    '我都可以',
  ],
  ['Q9', '对改造旧库房，您最担心什么？', 9, '太吵，影响休息', '没有担心'],
  ['Q10', '如果对大家开放，您最可能什么时候来？', 5, '平日白天', '不太会来'],
  ['Q11', '您住的这栋楼有电梯吗？', 4, '有', '没有，我住四楼或以上'],
  [
    'Q12',
    '如果楼里商量加装电梯，您现在的想法更接近哪一种？',
    6,
    '赞成，也愿意分担费用',
    '我是租客，由房东决定',
  ],
  ['Q13', '您主要顾虑什么？', 8, '采光和通风', '其他（请写）'],
  ['Q14', '小区绿化，您更希望先做哪些？', 6, '修剪挡光的大树', '现在就挺好'],
  ['Q15', '如果请律师定期来小区，您或家人可能想问哪方面？', 8, '租房买房', '暂时用不上'],
  ['Q16', '平时有意见或建议，您通常怎么说？', 9, '找居委会当面说', '不知道找谁'],
  ['Q17', '接下来，您愿意怎样参与？', 5, '看结果公示就行', '暂时没时间'],
  ['Q18a', '我发现的问题：', 0],
  ['Q18b', '我的建议：', 0],
  ['Q18c', '在哪里（可不填）：', 0],
]

const childDraft: Row[] = [
  ['K1', '你几岁？', 4, '6、7岁', '12、13岁'],
  ['K2', '你家在哪里？', 7, '汇成一村', '不知道'],
  ['K3', '放学后，你常在哪儿玩？', 6, '楼下空地', '别的地方'],
  ['K4', '一个人在小区里走，你觉得？', 4, '很放心', '很怕'],
  ['K5', '你怕什么？', 6, '车子多', '别的'],
  ['K6', '旧垃圾房要变成新房子。选一个你更喜欢的！', 6, '看书角', '讲故事的地方'],
  ['K7', '你刚才选的里面，最想要哪一个？', 6, '看书角', '讲故事的地方'],
  ['K8', '这些地方，你还想再去吗？', 4, '想去', '没去过'],
  ['K9', '你想对大人说一句话吗？', 0],
  ['K0', '这份是谁填的？', 3, '我自己', '家里人帮我选'],
]

describe.each([
  ['the adults’ edition', adult, adultDraft],
  ['the children’s edition', child, childDraft],
])('%s', (_, edition: Edition, draft: Row[]) => {
  test('asks these questions in this order', () => {
    const asked = edition.sections.flatMap((section) => section.questions.map((q) => q.id))
    expect(asked).toEqual(draft.map(([id]) => id))
  })

  test.each(draft)('%s asks “%s” with %i options', (id, title, count, first, last) => {
    const list = labels(edition, id).map(unspaced)
    expect(unspaced(question(edition, id).title['zh-CN'])).toBe(title)
    expect(list).toHaveLength(count)
    if (first !== undefined) expect(list[0]).toBe(first)
    if (last !== undefined) expect(list.at(-1)).toBe(last)
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
