import { findConsultation, type OpenConsultation } from '../../db/consultations.ts'
import { type FileRow, photosOf } from '../../db/files.ts'
import { listNeighbourhoods, type Mailbox } from '../../db/mailboxes.ts'
import type { StoredResponse } from '../../db/response-rows.ts'
import { findFate, type Suggesting } from '../../db/suggestion-fate.ts'
import { editionOf, listAllVersions } from '../../db/versions.ts'
import type { Edition } from '../../surveys/engine/definition.ts'
import type { AppContext } from '../host.ts'

/** A stored response with everything around it that its receipt shows. */
export interface LookedUpResponse {
  response: StoredResponse
  receipt: string
  consultation: OpenConsultation
  edition: Edition
  version: number
  mailbox?: Mailbox | undefined
  /** Until when it can be corrected: told to the resident, so the end of the consultation does not cut it short. */
  until: number
  /** What became of what it proposes, if it proposes anything. */
  suggestion?: Awaited<ReturnType<typeof findFate>> | undefined
  photos: FileRow[]
}

export async function lookedUpResponse(
  c: AppContext,
  response: StoredResponse,
  receipt: string,
): Promise<LookedUpResponse> {
  const store = c.get('store')
  const [versions, edition, areas, photos] = await Promise.all([
    listAllVersions(store),
    editionOf(store, response.versionId),
    listNeighbourhoods(store),
    photosOf(store, response.id),
  ])
  const version = versions.find(({ id }) => id === response.versionId)
  const consultation = version && (await findConsultation(store, version.consultationId))
  if (!consultation) throw new Error(`version ${response.versionId} belongs to no consultation`)
  const mailbox = areas
    .flatMap(({ mailboxes }) => mailboxes)
    .find(({ number }) => number === response.mailboxNumber)
  const until = response.submittedAt + consultation.correctionMinutes * 60_000
  const about = { consultation, edition, version: version.number, mailbox }
  const made = suggestionOf({ consultation, edition, response })
  const suggestion = made && (await findFate(store, made))
  return { response, receipt, ...about, until, suggestion, photos }
}

/** What a response proposes, if it does. */
export function suggestionOf({
  consultation,
  edition,
  response,
}: Pick<LookedUpResponse, 'consultation' | 'edition' | 'response'>): Suggesting | undefined {
  const text = edition.suggestion && response.filled.answers[edition.suggestion]
  if (typeof text !== 'string') return
  const { id: responseId, versionId } = response
  return { consultationId: consultation.id, edition, responseId, versionId, text }
}
