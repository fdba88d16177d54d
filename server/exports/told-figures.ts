import { type Count, notTold } from '../../web/desk/results/result-table.ts'

/** A number of people, or a score, as a file has it: hidden where the page hides it, empty where there is none. */
export const toldCount = (count: Count | undefined): number | string =>
  count === undefined ? '' : (count ?? notTold)

/** A share with two figures after the point, as the page rounds: more would let hidden counts be worked out. */
export const toldShare = (share: number | null): number | '' =>
  share === null ? '' : Math.round(share * 100) / 100
