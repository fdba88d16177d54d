import { make } from '../dom.ts'

/** A receipt easier to copy by hand, and never broken within a group; as on a receipt's own page. */
export const inGroups = (receipt: string) =>
  make('p', 'code', ...receipt.split('-').flatMap((group) => [make('span', '', group), ' ']))
