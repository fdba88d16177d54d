/** Public numbers stand for no fewer people than `k`, and no table for fewer than `fewestAsked` who were asked. */
export const publicLimits = { k: 10, fewestAsked: 20 }
