import type { ToldResponse } from '../../db/response-rows.ts'
import type { Answer } from '../../surveys/engine/answers.ts'

/** One response as exports read it: what was shown with its answer, and where it came from. */
export interface ResponseRecord {
  /** Its place in this file, from 1; it means nothing elsewhere. */
  row: number
  response: ToldResponse
  /** Answers of the questions that were shown, by question id; undefined where one was skipped. */
  shown: Map<string, Answer | undefined>
}

/** A number or a text of each response, with all that a statistics program should know about it. */
export interface Variable {
  /** Letters, digits and underscores, unlike any other of the file. */
  name: string
  /** The column of the CSV file that holds the same. */
  column: string
  /** What it is, in Chinese. */
  label: string
  kind: 'number' | 'text' | 'date'
  measure: 'nominal' | 'ordinal' | 'scale'
  /** Decimals to show. */
  decimals?: number
  /** What codes mean. */
  values: [code: number, label: string][]
  /** What codes mean that are no answers. */
  missing: [code: number, label: string][]
  /** The multiple-choice question whose options this is one of. */
  set?: { id: string; label: string }
  /** Where in the stored answers a text stands, as SQLite finds it. */
  path?: { in: 'answers' | 'others'; at: string }
  /** A code, a number, days since 1970 or a text; null where there is nothing and no reason is known. */
  read(record: ResponseRecord): number | string | null
}
