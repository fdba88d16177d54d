import { randomUUID } from 'node:crypto'
import type { Audience, Edition } from '../../surveys/engine/definition.ts'
import { someAnswers } from '../answers.ts'

interface Published {
  editions: { audience: Audience; version: number; definition: Edition }[]
}

interface Neighbours {
  consultation?: string
  /** Who the n-th of them is; the same person, the same answers. */
  who?: (n: number) => number
}

/** So many neighbours answer one edition from their phones; resolves with their receipts. */
export async function neighboursAnswer(
  origin: string,
  audience: Audience,
  count: number,
  { consultation: id = 'huicheng', who = (n) => n }: Neighbours = {},
): Promise<string[]> {
  const consultation: Published = await (await fetch(`${origin}/api/consultations/${id}`)).json()
  const edition = consultation.editions.find((found) => found.audience === audience)
  if (!edition) throw new Error(`no edition for ${audience}`)
  return Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const answer = await fetch(`${origin}/api/responses/${randomUUID()}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          consultation: id,
          edition: audience,
          version: edition.version,
          mailbox: 'HC2A',
          channel: 'qr',
          ...someAnswers(edition.definition, who(n)),
        }),
      })
      const body = await answer.json()
      if (answer.status !== 201) throw new Error(`${answer.status} ${JSON.stringify(body)}`)
      return body.receipt
    }),
  )
}
