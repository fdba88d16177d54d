import { findConsultation, findVersion, type OpenConsultation } from '../../db/consultations.ts'
import { findMailbox } from '../../db/mailboxes.ts'
import { findSaved, type NewResponse, saveResponse } from '../../db/responses.ts'
import { type Store, StoreBusy } from '../../db/store.ts'
import { checkAnswers, type Problem } from '../../surveys/engine/check.ts'
import type { AppContext } from '../host.ts'
import { keptAssistance } from './assistance.ts'
import { keyedSha256, sha256Of } from './fingerprint.ts'
import { lateMs } from './late.ts'
import { isLateLocator, newLocator, receiptOf } from './receipts.ts'
import type { Submission } from './submission.ts'

interface StoredBody {
  id: string
  sha256: string
  receipt: string
  late?: true
}

export type Outcome =
  | { kind: 'stored'; status: 201 | 200; body: StoredBody }
  | { kind: 'problems'; problems: Problem[] }
  | { kind: 'conflict' }
  | { kind: 'gone' }
  | { kind: 'unknown' }
  | { kind: 'busy'; retryAfter: number }

/**
 * Takes in one response: checks it against the version it was made with and resolves when it is on disk.
 * The plain form and the phone's script both end here, so they can never disagree.
 */
export async function submit(c: AppContext, submission: Submission): Promise<Outcome> {
  const { id, ...content } = submission
  const store = c.get('store')
  const [consultation, version, mailbox] = await Promise.all([
    findConsultation(store, content.consultation),
    findVersion(store, content.consultation, content.edition, content.version),
    content.mailbox === undefined ? undefined : findMailbox(store, content.mailbox),
  ])
  const now = c.get('now')()
  if (!consultation || !version || now < consultation.opensAt) return { kind: 'unknown' }

  const sha256 = sha256Of(content)
  const closed = closing(consultation, now)
  const { kept, problems } = checkAnswers(version.edition, content)
  const assistance = await keptAssistance(store, consultation.id, content.assistance, now)
  if (closed === 'gone' || problems.length > 0) {
    const known = await alreadyStored(c, id, sha256)
    return known ?? (closed === 'gone' ? { kind: 'gone' } : { kind: 'problems', problems })
  }

  try {
    const saved = await saveUnderFreeLocator(store, {
      id,
      versionId: version.versionId,
      // A code nobody knows (a typo, a torn sticker) must not cost anyone their answers.
      mailboxNumber: mailbox?.number ?? null,
      channel: content.channel,
      assistance,
      seconds: content.seconds,
      submittedAt: now,
      late: closed === 'late',
      filled: kept,
      sha256,
      locator: newLocator(closed === 'late'),
      // Wanted only when it is not new, and the body only in a conflict: each is made only then.
      keyed: (plain) => keyedSha256(c.get('settings').secretKey, plain),
      body: () => JSON.stringify(withoutSecrets(content)),
    })
    switch (saved.outcome) {
      case 'stored':
        return stored(c, id, sha256, saved.locator, 201)
      case 'already-stored':
        return stored(c, id, sha256, saved.locator, 200)
      case 'conflict':
        return { kind: 'conflict' }
      case 'locator-taken':
        return { kind: 'busy', retryAfter: 2 }
    }
  } catch (error) {
    if (error instanceof StoreBusy) return { kind: 'busy', retryAfter: error.retryAfter }
    throw error
  }
}

// The link of an assisted session opens it, so it is kept nowhere in plain letters.
function withoutSecrets({ assistance, ...content }: Omit<Submission, 'id'>) {
  if (!assistance) return content
  const { session, ...told } = assistance
  return { ...content, assistance: told }
}

// Among millions of responses two may draw the same locator; the second draws again.
async function saveUnderFreeLocator(store: Store, response: NewResponse) {
  const saved = await saveResponse(store, response)
  if (saved.outcome !== 'locator-taken') return saved
  return saveResponse(store, { ...response, locator: newLocator(response.late) })
}

function closing(consultation: OpenConsultation, now: number): 'open' | 'late' | 'gone' {
  if (now <= consultation.closesAt) return 'open'
  return now <= consultation.closesAt + lateMs ? 'late' : 'gone'
}

// What was once received is answered the same way for ever, whatever the rules or the calendar say by then.
async function alreadyStored(c: AppContext, id: string, sha256: string) {
  const saved = await findSaved(c.get('store'), id)
  const keyed = keyedSha256(c.get('settings').secretKey, sha256)
  const isSame = saved?.sha256 === sha256 || saved?.sha256 === keyed
  return saved && isSame ? stored(c, id, sha256, saved.locator, 200) : undefined
}

function stored(
  c: AppContext,
  id: string,
  sha256: string,
  locator: string,
  status: 200 | 201,
): Outcome {
  const receipt = receiptOf(c.get('settings').secretKey, id, locator)
  const late = isLateLocator(locator) ? { late: true as const } : {}
  return { kind: 'stored', status, body: { id, sha256, receipt, ...late } }
}
