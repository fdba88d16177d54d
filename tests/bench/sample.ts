import type { OpenConsultation } from '../../db/consultations.ts'
import { someAnswers } from '../answers.ts'
import type { Sample } from './many-responses.ts'

const kinds = 997

/** Four adults to one child, spread over the mailboxes; under a thousand different people stand for a million. */
export function sampleOf({ editions }: OpenConsultation): (index: number) => Sample {
  const [adults, children] = editions.map(({ audience, edition }) =>
    Array.from({ length: kinds }, (_, person) => ({
      audience,
      filled: someAnswers(edition, person),
    })),
  )
  return (index) => {
    const list = index % 5 === 4 ? children : adults
    const person = list?.[index % kinds]
    if (!person) throw new Error('an edition for adults and one for children are needed')
    return { ...person, mailboxNumber: 1 + (index % 3) + (index % 11 === 0 ? 2 : 0) }
  }
}
