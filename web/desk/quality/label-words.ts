import type { QualityLabel } from '../../../surveys/engine/quality/labels.ts'
import { number } from '../names.ts'

type Kind = QualityLabel['kind']

export const labelKinds: readonly Kind[] = ['fast', 'straight', 'twin', 'burst', 'unrecorded']

/** What each label is called, and what it means; and why it may well be an honest answer. */
export const labelNames: Record<Kind, { name: string; meaning: string; harmless: string }> = {
  fast: {
    name: '答得太快',
    meaning: '用时不到一半人用时的四分之一。手机报了用时的有 30 份，才开始比较。',
    harmless: '熟悉小区的人，或者事先在纸上看过题的人，也会答得快。',
  },
  straight: {
    name: '一条直线',
    meaning: '一张表里（至少 4 行）每一行都选同一个。',
    harmless: '样样都满意、样样都不满意的人，也这样选。',
  },
  twin: {
    name: '和别的一样',
    meaning: '勾的、排的、填的数（至少 8 处）和另一份完全一样；写的话、画和照片不比。',
    harmless: '一家人一起填也会这样。',
  },
  burst: {
    name: '同一句话',
    meaning: '同一天里，有三份以上写了一模一样的话（至少 6 个字）。',
    harmless: '邻居们商量好一起提的，也是这样。',
  },
  unrecorded: {
    name: '代填，没有记下同意',
    meaning: '送来的时候，没有带着「告知当面朗读过，本人同意」这一条。',
    harmless: '在志愿者手机上等了很久才送到的，当时的页面还没有这一条；可以问一问当时代填的人。',
  },
}

/** What a label says of one response, with its numbers. */
export function labelWords(label: QualityLabel, titleOf: (question: string) => string): string {
  const { name } = labelNames[label.kind]
  switch (label.kind) {
    case 'fast':
      return `${name}：用了 ${number(label.seconds)} 秒，一半的人用 ${number(label.median)} 秒以上`
    case 'straight':
      return `${name}：${titleOf(label.question)}${label.rows} 行都选同一个`
    case 'twin':
      return `${name}：和另外 ${number(label.others)} 份勾的、排的、填的数完全一样`
    case 'burst':
      return `${name}：${titleOf(label.question)}当天另有 ${number(label.others)} 份写了一模一样的话`
    case 'unrecorded':
      return name
  }
}
