import type { PageData } from '../page-data.tsx'
import { keep, read, readAll } from './kept.ts'

/** A response on its way. It stays on this phone until the server has said that it is stored. */
export interface Letter {
  id: string
  /** What is sent, as JSON; blank once it has arrived. */
  body: string
  /** The same in words, for whoever wants to see it again. */
  said: string
  /**
   * This phone is everybody's: what was written is not shown on it. What has arrived leaves no trace, or on a
   * volunteer's phone its receipt until that is handed on. (`true`: from a release that did not ask which.)
   */
  shared?: 'assisted' | 'kiosk' | true | undefined
  receipts: string
  words: PageData['words']
  /** When it was posted, and which questionnaire it is. */
  at?: number
  title?: string
  /** Photos that go after it. */
  attachments?: Attachment[]
  /** The server has it: where its receipt is. */
  receipt?: string
  /** The server will never take it, and why. */
  refused?: number
  /** The server would not take one of its photos. */
  spoilt?: boolean
}

interface Attachment {
  question: string
  id: string
  type: string
  base64: string
}

export const letterKey = (id = '') => `forest/out/${id}`

export const settle = (letter: Letter, how = keep) =>
  how(letterKey(letter.id), JSON.stringify(letter))

export const readLetter = (id: string) => read<Letter>(letterKey(id))

/** All letters on this phone, the oldest first. */
export const letters = () => readAll<Letter>(letterKey())

export const isWaiting = ({ receipt, refused, attachments }: Letter) =>
  !refused && (!receipt || Boolean(attachments?.length))
