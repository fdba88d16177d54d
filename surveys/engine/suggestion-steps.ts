/** The way of a suggestion through the house, in the order of the official process. */
export const suggestionSteps = [
  ...(['received', 'registered', 'sorted', 'assigned', 'handling'] as const),
  ...(['answered', 'published', 'rated', 'archived'] as const),
]
export type SuggestionStep = (typeof suggestionSteps)[number]

/** What becomes of a suggestion, in the order of the official process. */
export const outcomes = ['adopted', 'partly', 'explained', 'declined', 'routed'] as const
export type SuggestionOutcome = (typeof outcomes)[number]

/** What its resident may say to the reply, the best first. */
export const ratings = ['good', 'fair', 'poor'] as const
export type SuggestionRating = (typeof ratings)[number]

/** What is known of a suggestion and its card; nothing is kept beside it that says how far it has come. */
export interface SuggestionFacts {
  isRegistered: boolean
  category: string
  /** It goes through the house with others that are the same. */
  isTogether: boolean
  isAssigned: boolean
  /** How it stands has been written down. */
  isHandled: boolean
  isAnswered: boolean
  /** Its wording and the reply stand where everybody reads them. */
  isPublic: boolean
  isRated: boolean
  isArchived: boolean
}

/** Which steps a suggestion has behind it. */
export function stepsDone(facts: SuggestionFacts): SuggestionStep[] {
  return suggestionSteps.filter((step) => isDone(step, facts))
}

function isDone(step: SuggestionStep, facts: SuggestionFacts): boolean {
  switch (step) {
    case 'received':
      return true
    case 'registered':
      return facts.isRegistered
    case 'sorted':
      return facts.isRegistered && (facts.category !== '' || facts.isTogether)
    case 'assigned':
      return facts.isAssigned
    case 'handling':
      return facts.isAssigned && (facts.isHandled || facts.isAnswered)
    case 'answered':
      return facts.isAnswered
    case 'published':
      return facts.isAnswered && facts.isPublic
    case 'rated':
      return facts.isAnswered && facts.isRated
    case 'archived':
      return facts.isArchived
  }
}
