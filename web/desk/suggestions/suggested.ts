import type {
  SuggestionOutcome,
  SuggestionRating,
  SuggestionStep,
} from '../../../surveys/engine/suggestion-steps.ts'

/** What became of a suggestion, in the words of the official process. */
export function outcomeName(outcome: SuggestionOutcome): string {
  switch (outcome) {
    case 'adopted':
      return '采纳'
    case 'partly':
      return '部分采纳'
    case 'explained':
      return '解释说明'
    case 'declined':
      return '不采纳'
    case 'routed':
      return '属于个人诉求，转信访或 12345'
  }
}

/** The seven ways into which a suggestion may be taken up: 上海市人民建议征集若干规定, article 13. */
export const uses = {
  livelihood: '惠民举措',
  improvement: '改进工作',
  policy: '政策立改废释',
  supervision: '人大监督建议',
  motion: '代表议案',
  reference: '决策参考',
  other: '其他',
} as const
export type Use = keyof typeof uses

export const ratingName: Record<SuggestionRating, string> = {
  ...{ good: '满意', fair: '一般', poor: '不满意' },
}

/** The steps in the words of the official process. */
export const stepName: Record<SuggestionStep, string> = {
  ...{ received: '收到', registered: '登记', sorted: '梳理', assigned: '交办', handling: '办理中' },
  ...{ answered: '答复', published: '公示', rated: '居民评价', archived: '归档' },
}

export type At = 'new' | 'open' | 'overdue' | 'replied'
export const places: readonly At[] = ['new', 'open', 'overdue', 'replied']

export function atName(at: At | undefined): string {
  switch (at) {
    case undefined:
      return '全部'
    case 'new':
      return '待登记'
    case 'open':
      return '办理中'
    case 'overdue':
      return '超期'
    case 'replied':
      return '已答复'
  }
}

export interface Card {
  number: number
  subject: string
  matter: string
  proposal: string
  place: string
  category: string
  registeredAt: number
  unit: string | null
  assignedAt: number | null
  dueOn: string | null
  handling: string | null
  outcome: SuggestionOutcome | null
  adoptedAs: string | null
  note: string
  archivedAt: number | null
}

export interface ListedSuggestion {
  seq: number
  text: string
  /** With what tells who somebody is blacked out; the same text where there is nothing. */
  redacted: string
  from: string | undefined
  createdAt: number
  reply: string | null
  repliedAt: number | null
  rating: SuggestionRating | null
  card: Card | undefined
  /** Which words each form begins with. */
  marks: Record<'card' | 'assignment' | 'reply' | 'wording', string>
  /** The one that goes through the house for all that are the same, if it is another. */
  lead: { seq: number; number: number } | undefined
  done: readonly SuggestionStep[]
  /** The last day for an answer, simple or not, counted from the day it came. */
  deadlines: { short: string; long: string }
  /** Working days left until the deadline; negative when it is past. */
  daysLeft: number
  /** The wording for everybody, proposed by one and released by another. */
  wording: { text: string; proposedAt: number; isMine: boolean; isReleased: boolean } | undefined
}
