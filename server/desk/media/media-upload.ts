import { createHash, randomInt } from 'node:crypto'
import { findConsultation, type OpenConsultation } from '../../../db/consultations.ts'
import type { NewFile } from '../../../db/files.ts'
import type { Audience, Edition, Question } from '../../../surveys/engine/definition.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import type { FileStore } from '../../files/file-store.ts'
import type { Redraw } from '../../files/redraw.ts'
import type { AppContext } from '../../host.ts'
import { hasParts } from '../../request/body.ts'
import { tidy } from '../form.ts'

/** A form of the desk with files in it, and the question of the newest version that it is about. */
export interface MediaUpload {
  consultation: OpenConsultation
  audience: Audience
  edition: Edition
  question: Question
  files: FileStore
  redraw: Redraw
  text(name: string): string
  bytes(name: string): Promise<Uint8Array>
}

export async function readMediaUpload(
  c: AppContext,
  id: string,
): Promise<MediaUpload | { consultation: OpenConsultation } | undefined> {
  const { files, redraw } = c.var.host
  const consultation = await findConsultation(c.var.store, id)
  if (!consultation || !hasParts(c)) return undefined
  // Without a place for files only the page that says so can be shown.
  if (!files || !redraw) return { consultation }
  const form = await c.req.formData()
  const newest = consultation.editions.find(({ audience }) => audience === form.get('audience'))
  const question = newest && questionsOf(newest.edition).get(String(form.get('question')))
  if (!question) return undefined
  return {
    ...{ consultation, question, files, redraw },
    ...{ audience: newest.audience, edition: newest.edition },
    text(name) {
      const value = form.get(name)
      return typeof value === 'string' ? tidy(value) : ''
    },
    async bytes(name) {
      const value = form.get(name)
      return value instanceof Blob ? new Uint8Array(await value.arrayBuffer()) : new Uint8Array()
    },
  }
}

/** What the database is to know of a file that belongs to the question of this upload. */
export function fileRow(
  { consultation, audience, question }: MediaUpload,
  purpose: NewFile['purpose'],
  { bytes, type }: { bytes: Uint8Array; type: string },
  now: number,
): NewFile {
  return {
    ...{ id: newFileId(), purpose, consultationId: consultation.id, audience },
    ...{ question: question.id, contentType: type, size: bytes.byteLength },
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...{ state: 'public', createdAt: now },
  }
}

/** Random, so that nobody finds a file by counting; short, because every page that plays it carries it. */
export function newFileId(): string {
  return Array.from({ length: 16 }, () => letters[randomInt(letters.length)]).join('')
}

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'
