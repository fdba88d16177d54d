import { canonicalJson } from '../../../surveys/engine/canonical.ts'
import type { Problem } from '../../../surveys/engine/check.ts'
import { fingerprint } from './fingerprint.ts'
import { keep } from './kept.ts'
import { type Letter, settle } from './letter.ts'

/** The id of the response that arrived last: an old page that still carries it is not sent again. */
export const lastArrived = 'forest/last'

/**
 * Sends a letter, then its photos, and keeps what came of it. Only the server's own word counts: whatever
 * else answers, whatever breaks on the way, means "not yet". Resolves with problems if there are any.
 */
export async function sendLetter(letter: Letter): Promise<Problem[] | undefined> {
  const { id, body } = letter
  const address = `/api/responses/${id}`
  if (!letter.receipt) {
    const { status, said } = await tell(address, 'application/json', body)
    // The fingerprint is that of the content, however an earlier page may have written it down.
    const content = new TextEncoder().encode(canonicalJson(JSON.parse(body)))
    if (said.receipt && (await isStored(status, said, id, content))) {
      letter.receipt = said.receipt
      letter.body = letter.said = ''
      await keep(lastArrived, id)
    } else if (isRefusal(status, said)) letter.refused = status
    else return
    await settle(letter)
    if (letter.refused) return said.problems
  }
  for (const photo of letter.attachments ?? []) {
    const bytes = Uint8Array.from(atob(photo.base64), (sign) => sign.charCodeAt(0))
    const { status, said } = await tell(`${address}/photos/${photo.id}`, photo.type, bytes)
    if (!(await isStored(status, said, photo.id, bytes))) {
      if (!isRefusal(status, said, 404, 413, 415)) return
      letter.spoilt = true
    }
    letter.attachments = letter.attachments?.filter((other) => other !== photo)
    await settle(letter)
  }
}

interface Said {
  id?: string
  sha256?: string
  receipt?: string
  error?: string
  problems?: Problem[]
}

async function tell(
  address: string,
  type: string,
  body: string | Uint8Array<ArrayBuffer>,
): Promise<{ status: number; said: Said }> {
  const stop = new AbortController()
  // Half a minute for a letter, and time enough for a photo where the signal is weak.
  const patience = setTimeout(() => stop.abort(), 20_000 + body.length / 5)
  try {
    const answer = await fetch(address, {
      method: 'PUT',
      headers: { 'Content-Type': type },
      body,
      redirect: 'error',
      // Goes on although the page is closed at once.
      keepalive: body.length < 20_000,
      signal: stop.signal,
    })
    const said: Said = Object(await answer.json())
    return { status: answer.status, said }
  } catch {
    // No network, or something on the way that speaks no JSON.
    return { status: 0, said: {} }
  } finally {
    clearTimeout(patience)
  }
}

/** For good: sending it once more would not help. */
const isRefusal = (status: number, { error, problems }: Said, ...more: number[]) =>
  [400, 409, 410, 422, ...more].includes(status) && Boolean(error || problems)

/** Whether the server has exactly this: a page of somebody's Wi-Fi would not know its fingerprint. */
async function isStored(status: number, said: Said, id: string, sent: Uint8Array<ArrayBuffer>) {
  if (!(status === 200 || status === 201) || said.id !== id || !said.sha256) return false
  return said.sha256 === (await fingerprint(sent))
}
