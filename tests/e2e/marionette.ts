import { connect, type Socket } from 'node:net'

/** Firefox's own remote control, which geckodriver only translates: packets of `length:json` over TCP. */
export interface Marionette {
  send<T>(command: string, parameters?: object): Promise<T>
  close(): void
}

type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void }

/** Connects to a Firefox that listens on this port, however long it takes to come up. */
export async function openMarionette(port: number): Promise<Marionette> {
  const socket = await comeUp(port)
  const waiting = new Map<number, Waiting>()
  let received = Buffer.alloc(0)
  let last = 0

  socket.on('data', (bytes) => {
    received = Buffer.concat([received, bytes])
    for (let packet = next(); packet !== undefined; packet = next()) {
      const message: unknown = JSON.parse(packet)
      // The first packet only says hello.
      if (!Array.isArray(message)) continue
      const [, id, error, value] = message
      const asked = waiting.get(id)
      waiting.delete(id)
      if (error) asked?.reject(new Error(`${error.error}: ${error.message}`))
      else asked?.resolve(value)
    }
  })

  function next(): string | undefined {
    const colon = received.indexOf(':')
    if (colon < 0) return undefined
    const end = colon + 1 + Number(received.subarray(0, colon).toString())
    if (received.length < end) return undefined
    const packet = received.subarray(colon + 1, end).toString()
    received = received.subarray(end)
    return packet
  }

  return {
    send<T>(command: string, parameters = {}) {
      last += 1
      const body = JSON.stringify([0, last, command, parameters])
      const answered = new Promise((resolve, reject) => waiting.set(last, { resolve, reject }))
      socket.write(`${Buffer.byteLength(body)}:${body}`)
      return answered as Promise<T>
    },
    close: () => socket.destroy(),
  }
}

async function comeUp(port: number): Promise<Socket> {
  for (const end = Date.now() + 40_000; Date.now() < end; ) {
    const socket = await knock(port)
    if (socket) return socket
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`Firefox did not come up on port ${port}`)
}

const knock = (port: number): Promise<Socket | undefined> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(socket))
    socket.once('error', () => resolve(undefined))
  })
