import type { Option, Question } from '../../surveys/engine/definition.ts'
import { textIn } from '../../surveys/engine/text.ts'

/** Why there is no answer: what SPSS and R are told to leave out of a count, each under its own code. */
export interface MissingCodes {
  unshown: number
  skipped: number
  unsaid: number
  unsure: number
}

const usual: MissingCodes = { unshown: -99, skipped: -98, unsaid: -97, unsure: -96 }
// Where people may write numbers below zero, the usual codes could be answers.
const farBelow: MissingCodes = {
  ...{ unshown: -999_999_999, skipped: -999_999_998 },
  ...{ unsaid: -999_999_997, unsure: -999_999_996 },
}

export const missingNames: Record<keyof MissingCodes, string> = {
  unshown: '未显示',
  skipped: '跳过',
  unsaid: '不想说',
  unsure: '不知道',
}

export function missingCodes(question?: Question): MissingCodes {
  const isFree = question?.kind === 'number' && (question.min === undefined || question.min < -90)
  return isFree ? farBelow : usual
}

const unsaid = /^(不想说|不愿说|不愿意说|不便说|不方便说|不便回答|不愿透露|拒绝回答)$/
const unsure = /^(不知道|不清楚|不好说|说不清|说不清楚|不了解|不确定)$/

/** Which kind of missing an option stands for, by what it says; nothing for an answer. */
export function missingMeantBy(
  { id, label }: Pick<Option, 'id' | 'label'>,
  question: Question,
): keyof MissingCodes | undefined {
  if (question.kind === 'scale' && question.dontKnow?.id === id) return 'unsure'
  const words = textIn(label, 'zh-CN').trim()
  if (unsaid.test(words)) return 'unsaid'
  return unsure.test(words) ? 'unsure' : undefined
}
