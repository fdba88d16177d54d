/** How far a mailbox has grown, from the first sprout to a great tree. */
export const growths = ['sown', 'taller', 'branching', 'leafy', 'great'] as const
export type Growth = (typeof growths)[number]

/** The fewest answers for each step. They lie far apart, so that no small number shows in the picture. */
const least: Record<Growth, number> = { sown: 0, taller: 10, branching: 30, leafy: 100, great: 300 }

/** What so many answers have made of a mailbox. This is all that leaves the server: never the number. */
export function growthOf(answers: number): Growth {
  let grown: Growth = 'sown'
  for (const growth of growths) if (answers >= least[growth]) grown = growth
  return grown
}
