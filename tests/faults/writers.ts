import { createHash, randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'

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
export async function put(origin: string, id: string, body: string, sent: Sent): Promise<void> {
  const reply = await answerTo(`${origin}/api/responses/${id}`, body)
  if (reply?.status !== 201 && reply?.status !== 200) return
  const promise = JSON.parse(reply.text)
  if (promise.id === id) sent.acknowledged.set(id, promise.sha256)
}

// Not `fetch`: it costs so much that two dozen residents would leave the server idle.
const connections = new Agent({ keepAlive: true })

function answerTo(
  address: string,
  body: string,
): Promise<{ status: number | undefined; text: string } | undefined> {
  return new Promise((resolve) => {
    // The server is gone, or went before its reply was whole.
    const lost = () => setTimeout(() => resolve(undefined), 5)
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    }
    const sending = request(address, { method: 'PUT', agent: connections, headers }, (reply) => {
      let text = ''
      reply.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      reply.on('close', () =>
        reply.complete ? resolve({ status: reply.statusCode, text }) : lost(),
      )
    })
    sending.on('error', lost)
    sending.end(body)
  })
}

function newBody(id: string): string {
  return JSON.stringify({
    ...{ consultation: 'huicheng', edition: 'adult', version: 1, mailbox: 'HC2A', channel: 'qr' },
    answers: { Q1: 'hc2', Q6: ['seats'], Q18b: createHash('sha256').update(id).digest('hex') },
    others: {},
  })
}
