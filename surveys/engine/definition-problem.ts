/** Everything that can be wrong with a definition. Whoever writes one reads these with their paths; no page has words for them. */
type DefinitionProblemKind =
  | 'too-many-questions'
  | 'too-many-conditions'
  | 'duplicate-id'
  | 'reserved-id'
  | 'unknown-question'
  | 'forward-reference'
  | 'cycle'
  | 'unknown-option'
  | 'wrong-condition'
  | 'empty-condition'
  | 'never-shown'
  | 'nothing-to-carry'
  | 'exclusive-with-min'
  | 'min-above-max'
  | 'max-above-options'
  | 'several-others'
  | 'broken-topic'
  | 'missing-assent'
  | 'missing-image'
  | 'not-a-text'
  | 'not-a-date'
  | 'no-guardian-consent'
  | 'guardian-not-asked'
  | 'not-for-children'
  | 'too-much-for-children'
  | 'asks-who-you-are'
  | 'duplicate-audience'
  | 'duplicate-mailbox'

/** Where in the definition something is wrong, as `editions.0.sections.2.questions.1.showIf`. */
export interface DefinitionProblem {
  path: string
  kind: DefinitionProblemKind
  /** What it is about: an id, a limit, what was expected. */
  about?: string
}
