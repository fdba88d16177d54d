import type { Question } from '../../../surveys/engine/definition.ts'
import { isCoded } from '../../../surveys/engine/open-text/coded-question.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import type { Body } from './result-table.ts'

/** What a reader must know to read the shares of this kind of question. */
export function remarkOn(question: Question, body: Body): string | undefined {
  switch (question.kind) {
    case 'multiple':
      if (isCoded(question)) return '一段话可以归几类，合计可超过 100%'
      return `可多选${question.max ? `（最多 ${question.max} 项）` : ''}，合计可超过 100%`
    case 'rank': {
      const partly = question.most === undefined ? '' : `最多排 ${question.most} 项；`
      return `${partly}得分 0–100，越高越靠前：人人排第一是 100，人人排最后是 0，没排的几项平分剩下的分；比例是占排了的人`
    }
    case 'budget': {
      const unit = textIn(question.unit, 'zh-CN')
      return `每人最多 ${question.total} 个${unit}，可以不用完；人均和比例按分了${unit}的人算`
    }
    case 'pin':
      return `每人最多 ${question.most} 处；同一个人在一处放几个只算一人，在几处放就各算一次`
    case 'date':
      return body.shape === 'days' && body.step !== 'day' ? stepRemark[body.step] : undefined
    case 'single':
    case 'scale':
    case 'consent':
    case 'matrix':
    case 'pair':
    case 'number':
    case 'text':
    case 'drawing':
    case 'photo':
    case 'note':
      return
  }
}

const stepRemark = { week: '按周合在一起', month: '按月合在一起' }
