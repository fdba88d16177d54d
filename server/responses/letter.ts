import { findConsultation, type OpenConsultation } from '../../db/consultations.ts'
import { listNeighbourhoods, type Mailbox } from '../../db/mailboxes.ts'
import type { StoredResponse } from '../../db/responses.ts'
import { editionOf, listAllVersions } from '../../db/versions.ts'
import type { Edition } from '../../surveys/engine/definition.ts'
import type { AppContext } from '../host.ts'

/** A stored response with everything around it that its receipt shows. */
export interface Letter {
  response: StoredResponse
  receipt: string
  consultation: OpenConsultation
  edition: Edition
  version: number
  mailbox?: Mailbox | undefined
}

export async function letterOf(
  c: AppContext,
  response: StoredResponse,
  receipt: string,
): Promise<Letter> {
  const store = c.get('store')
  const [versions, edition, areas] = await Promise.all([
    listAllVersions(store),
    editionOf(store, response.versionId),
    listNeighbourhoods(store),
  ])
  const version = versions.find(({ id }) => id === response.versionId)
  const consultation = version && (await findConsultation(store, version.consultationId))
  if (!consultation) throw new Error(`version ${response.versionId} belongs to no consultation`)
  const mailbox = areas
    .flatMap(({ mailboxes }) => mailboxes)
    .find(({ number }) => number === response.mailboxNumber)
  return { response, receipt, consultation, edition, version: version.number, mailbox }
}
