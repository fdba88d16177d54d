import * as v from 'valibot'

const Particular = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(300)), '')

/** What only the committee can fill in. Empty means: not yet, and the desk says 待填写. */
export const ParticularsSchema = v.object({
  organiser: Particular,
  address: Particular,
  phone: Particular,
  contact: Particular,
  complaints: Particular,
  storage: Particular,
  childOfficer: Particular,
  resultsBy: Particular,
})
export type Particulars = v.InferOutput<typeof ParticularsSchema>

export const noParticulars: Particulars = v.parse(ParticularsSchema, {})
