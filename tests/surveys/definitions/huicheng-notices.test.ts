import { describe, expect, test } from 'vitest'
import { adult } from '../../../surveys/definitions/huicheng/adult.ts'
import { child } from '../../../surveys/definitions/huicheng/child.ts'
import type { Notice } from '../../../surveys/engine/definition.ts'

const also = '另外只记下从哪个邮筒来、什么时候投出、填了多久；不保存 IP 地址和手机型号。'

const adultNotice = [
  '这是一份听取居民想法的问卷，由{organiser}组织。',
  '做什么用：了解大家希望怎样改善汇成片区，结果汇总后向居民公布。',
  '会收集什么：您的选择、您写的建议、所在小区和年龄段。不收姓名、身份证号、手机号、门牌号，也不获取您的微信头像和位置。',
  also,
  '存多久：征询结束、结果公布后 12 个月内删除，数据存放在{storage}。',
  '您的权利：可以不答任何一题；提交后凭回执码查看、删除答卷，在回执写明的时间里还能修改；也可以到{address}或致电{phone}办理。',
  '联系人：{contact}；投诉：{complaints}。',
]

const guardianNotice = [
  '您的孩子将填写一份关于小区的小问卷（约 3 分钟、9 个小问题）。',
  '收集：年龄段、所在小区、孩子的选择，以及孩子愿意写的一句话。不收姓名、学校、班级、照片、声音。',
  also,
  '用途：只做汇总，不单独展示、不公开孩子的原话。',
  '存放：{storage}，征询结束、结果公布后 6 个月内删除。',
  '保护：答卷不记名，只有登录的工作人员能看。对外只公布汇总，1 到 9 个孩子的数字不公布。',
  '不同意也没关系：不会有任何影响，也可以领纸质版在家一起看。',
  '查看、更正、删除：凭回执码，或找儿童信息保护负责人{childOfficer}；投诉：{complaints}。',
]

const paragraphs = (notice: Notice) =>
  notice.paragraphs.map(({ label, body }) =>
    label ? `${label['zh-CN']}：${body['zh-CN']}` : body['zh-CN'],
  )

describe('what is said before asking', () => {
  test('tells adults what is collected, what for, how long, and their rights', () => {
    expect(paragraphs(adult.notice)).toEqual(adultNotice)
    expect([adult.notice.agree['zh-CN'], adult.notice.decline['zh-CN']]).toEqual([
      '我已看清，愿意填写',
      '不填了',
    ])
  })

  test('tells guardians the same and who answers for children’s data', () => {
    expect(paragraphs(child.notice)).toEqual(guardianNotice)
    expect([child.notice.agree['zh-CN'], child.notice.decline['zh-CN']]).toEqual([
      '同意，请孩子填写',
      '不同意',
    ])
  })

  test('lets a child say no as easily as yes', () => {
    expect([child.assent?.agree['zh-CN'], child.assent?.decline['zh-CN']]).toEqual([
      '愿意',
      '不想填',
    ])
  })

  test('names the same months in English', () => {
    const english = [...adult.notice.paragraphs, ...child.notice.paragraphs].map((p) => p.body.en)
    expect(english.filter((text) => /\b12 months\b/.test(text ?? ''))).toHaveLength(1)
    expect(english.filter((text) => /\b6 months\b/.test(text ?? ''))).toHaveLength(1)
  })
})

test('a child reads sentences of at most fifteen characters', () => {
  const questions = child.sections.flatMap((section) => section.questions)
  const texts = [
    child.intro,
    ...(child.assent?.paragraphs.map((p) => p.body) ?? []),
    ...questions.map((question) => question.title),
  ].map((text) => text['zh-CN'] ?? '')
  const sentences = texts.flatMap((text) => text.split(/[。！？]/))
  expect(sentences.filter((sentence) => [...sentence].length > 15)).toEqual([])
})
