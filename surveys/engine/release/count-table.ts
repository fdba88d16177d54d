/**
 * What is counted for one question, or for one row of a table of questions, before anything is hidden.
 *
 * - `parts`: everybody who was shown it skipped it or stands in one of the options
 * - `picks`: each of the options was picked or not by everybody who answered
 */
export interface CountTable {
  /** `Q6`, or `K8.garden` for a row or a pair. */
  key: string
  kind: 'parts' | 'picks'
  options: readonly string[]
  /** Everybody first; then, where it is asked for, groups that add up to everybody. */
  lines: readonly CountLine[]
  /** Not chosen to be told; others may follow from it. */
  isUntold?: boolean
  /** Undefined: everybody is shown it. */
  shownTo?: ShownTo | undefined
}

/** Who is shown a question, as far as that can be read off other tables. */
export interface ShownTo {
  /** Questions with the same condition are shown to the same people. */
  condition: string
  sources: readonly ShownSource[]
}

/** Those who were shown it (or the `others` who were not) are exactly, at most or at least these people. */
export interface ShownSource {
  of: 'shown' | 'others'
  are: 'exactly' | 'atMost' | 'atLeast'
  /** Those in these options of another table together; without options, all who answered it. */
  key: string
  options: readonly string[] | undefined
}

/** The numbers of one group, or of everybody, in people. */
export interface CountLine {
  /** `all`, or which group. */
  group: string
  /** Everybody of this group who answered the questionnaire, which is told unless `isUntold`. */
  people: number
  isUntold?: boolean
  shown: number
  answered: number
  /** In the order of the options. */
  counts: readonly number[]
}

/** Which numbers of a line may be told. */
export interface ToldLine {
  group: string
  shown: boolean
  answered: boolean
  counts: readonly boolean[]
}

/** A table as it was, or is to be, told; `counted` holds the true numbers and is never published itself. */
export interface ToldTable {
  counted: CountTable
  told: readonly ToldLine[]
}
