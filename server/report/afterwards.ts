import type { SuggestionFigures } from '../../db/suggestion-figures.ts'
import { outcomes as known } from '../../surveys/engine/suggestion-steps.ts'
import { dayWords } from '../../web/dates.ts'
import { momentName, number } from '../../web/desk/names.ts'
import type { Block } from '../../web/desk/report/report.ts'
import { outcomeName } from '../../web/desk/suggestions/suggested.ts'
import { paragraph, type ReportFacts } from './facts.ts'

/** 三、居民建议梳理: how many came, how many have been answered, and words that were let out. */
export function suggestionsSorted({ suggestions, quotes }: ReportFacts): Block[] {
  const { received, registered, answered, together, categories } = suggestions
  if (received === 0) return [paragraph('suggestions/count', '这一次没有收到单独的建议。')]
  const rest = received > answered ? `，其余 ${number(received - answered)} 条正在办理` : ''
  const done = answered > 0 ? `已经答复 ${number(answered)} 条${rest}` : '正在办理，还没有答复'
  const cards = registered > 0 ? `已登记编号 ${number(registered)} 条，` : ''
  const count = `共收到居民建议 ${number(received)} 条，${cards}${done}。${became(suggestions)}`
  const merged = `一字不差的建议连在一起办理，意思相近的由工作人员看过再合并；一次答复，每一位提的人凭自己的回执都能看到。${together > 0 ? `这样连在一起的有 ${number(together)} 条。` : ''}`
  return [
    paragraph('suggestions/count', count),
    ...(categories.length > 0 ? [byCategory(categories)] : []),
    paragraph('suggestions/merged', merged),
    ...(quotes.length > 0
      ? [
          paragraph('suggestions/quotes', '以下是居民的原话，个人信息已由两位同事看过并隐去：'),
          ...quotes.map(({ seq, text }) => paragraph(`suggestions/quote/${seq}`, `「${text}」`)),
        ]
      : [paragraph('suggestions/quotes', '还没有经两人看过、可以公开的原话，这里不引用。')]),
  ]
}

function became({ outcomes }: SuggestionFigures): string {
  const told = known.flatMap((one) => {
    const n = outcomes[one]
    return n ? [`${outcomeName(one)} ${number(n)} 条`] : []
  })
  return told.length > 0 ? `其中${told.join('，')}。` : ''
}

function byCategory(categories: SuggestionFigures['categories']): Block {
  return {
    kind: 'table',
    caption: '建议按类别（条）',
    heads: ['类别', '收到', '已答复'],
    rows: categories.map(({ category, received, answered }) => [
      ...[category, number(received), number(answered)],
    ]),
  }
}

/** 六、拟采纳与办理安排: what was decided, who does it, until when. */
export function plans({ decisions }: ReportFacts): Block[] {
  if (decisions.length === 0)
    return [
      paragraph(
        'plans/none',
        '决定作出并公开以后，写明每件事办不办、谁来办、什么时候办好；办不到的写明原因。',
      ),
    ]
  return [
    paragraph('plans/intro', `对居民提出的事，已经公开的决定有 ${decisions.length} 项：`),
    {
      kind: 'table',
      caption: '决定、承办单位与时限',
      heads: ['事项', '办不办', '怎么办，或为什么办不到', '承办单位', '时限'],
      rows: decisions.map(({ title, verdict, decision, reason, unit, dueOn, progress }) => [
        ...[title, outcomes[verdict], verdict === 'do' ? decision : `${decision}${reason}`],
        ...[
          unit || '–',
          progress === 'done' ? '已办好' : dueOn ? `${dayWords(dueOn, 'zh-CN')}前` : '–',
        ],
      ]),
    },
  ]
}

const outcomes = { do: '办', partly: '部分办', not: '办不到' }

/** 七、说明: how far the numbers reach, and what is not shown. */
export function notes({ released }: ReportFacts): Block[] {
  const withheld = released.editions.flatMap((one) => one.withheld)
  const hidden =
    withheld.length > 0
      ? `另有 ${withheld.length} 题为了不认出人，没有列出：${withheld.map(({ title }) => `「${title}」`).join('、')}。`
      : ''
  return [
    paragraph(
      'notes/sample',
      '这是自愿参加的意见征集，不是随机抽样，答的人不一定能代表所有住户；没有加权，不计算抽样误差。',
    ),
    paragraph('notes/vote', '结果是意见征集，不等于表决。如需业主表决，将另行组织。'),
    paragraph(
      'notes/base',
      '百分比都以被问到这一题的人为底数，按前面的回答没有问到的人不在内；多选题合计可以超过 100%。',
    ),
    paragraph(
      'notes/small',
      `为了不认出个人，少于 10 人的格子不显示，能用别的数字算出它来的格子也不显示。${hidden}`,
    ),
    paragraph(
      'notes/taken',
      `全部数字取自已经公示的结果，统计截至 ${momentName(released.takenAt)}，和公示页上的一样。`,
    ),
    paragraph('notes/annexes', '附件：1. 调查问卷；2. 居民建议台账。'),
  ]
}
