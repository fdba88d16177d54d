import { createHash, randomUUID } from 'node:crypto'

/** Every response that was sent, and what was promised about it. */
export interface Sent {
  /** The bodies by id; what was sent must be what is found. */
  bodies: Map<string, string>
  /** The promised hash by id, of those that were acknowledged. */
  acknowledged: Map<string, string>
}

/** So many residents at once, each sending one response after the other until stopped. */
export function startWriters(origin: string, many: number, sent: Sent): () => Promise<void> {
  let running = true
  const writers = Array.from({ length: many }, async () => {
    while (running) {
      const id = randomUUID()
      const body = newBody(id)
      sent.bodies.set(id, body)
      await put(origin, id, body, sent)
    }
  })
  return async () => {
    running = false
    await Promise.all(writers)
  }
}

/** Sends one response and notes the promise, if one came back whole. */
export async function put(origin: string, id: string, body: string, sent: Sent): Promise<number> {
  try {
    const reply = await fetch(`${origin}/api/responses/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body,
    })
    const promise = await reply.json()
    const promised = (reply.status === 201 || reply.status === 200) && promise.id === id
    if (promised) sent.acknowledged.set(id, promise.sha256)
    return reply.status
  } catch {
    // The server is gone, or went before its reply was whole.
    await new Promise((ready) => setTimeout(ready, 5))
    return 0
  }
}

function newBody(id: string): string {
  return JSON.stringify({
    ...{ consultation: 'huicheng', edition: 'adult', version: 1, mailbox: 'HC2A', channel: 'qr' },
    answers: { Q1: 'hc2', Q6: ['seats'], Q18b: createHash('sha256').update(id).digest('hex') },
    others: {},
  })
}
