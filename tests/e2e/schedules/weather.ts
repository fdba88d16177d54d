import { createServer, connect as join, type Socket } from 'node:net'

/** What lies between a phone and the server just now. */
export type Weather =
  | { kind: 'clear' }
  | { kind: 'offline' }
  /** Breaks after so many bytes of what the phone says, or of what it is told. */
  | { kind: 'cut'; way: 'request' | 'response'; bytes: number }
  /** Something on the way answers in the server's place. */
  | { kind: 'instead'; status: number; html: boolean }

/** A wire from a port of its own to the server, with weather on it. */
export async function openWire(serverPort: number) {
  let weather: Weather = { kind: 'clear' }
  const open = new Set<Socket>()
  const wire = createServer((phone) => {
    follow(phone, open)
    if (weather.kind === 'offline') phone.destroy()
    else if (weather.kind === 'instead') answerInstead(phone, weather)
    else carry(phone, follow(join(serverPort, '127.0.0.1'), open), weather)
  })
  await new Promise<void>((resolve) => wire.listen(0, '127.0.0.1', resolve))
  const address = wire.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const breakAll = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    origin: `http://localhost:${port}`,
    change(next: Weather) {
      weather = next
      breakAll()
    },
    close() {
      breakAll()
      return new Promise<void>((resolve) => wire.close(() => resolve()))
    },
  }
}

export type Wire = Awaited<ReturnType<typeof openWire>>

function follow(socket: Socket, open: Set<Socket>): Socket {
  open.add(socket)
  socket.on('close', () => open.delete(socket))
  // A broken wire is what this is for.
  socket.on('error', () => socket.destroy())
  return socket
}

function carry(phone: Socket, server: Socket, weather: Weather) {
  const both = [phone, server]
  for (const [from, to, way] of [
    [phone, server, 'request'],
    [server, phone, 'response'],
  ] as const) {
    let left = weather.kind === 'cut' && weather.way === way ? weather.bytes : Infinity
    from.on('data', (bytes) => {
      if (bytes.length < left) {
        to.write(bytes)
        left -= bytes.length
        return
      }
      // The last bytes still arrive, then the line is dead.
      to.end(bytes.subarray(0, left), () => setTimeout(() => both.forEach(kill), 5))
      left = 0
    })
    from.on('close', () => setTimeout(() => kill(to), 5))
  }
}

const kill = (socket: Socket) => socket.destroy()

function answerInstead(phone: Socket, { status, html }: { status: number; html: boolean }) {
  const body = html
    ? '<!doctype html><title>Wi-Fi</title><h1>请先登录无线网络</h1>'
    : JSON.stringify({ error: 'not now' })
  const head = [
    `HTTP/1.1 ${status} Whatever`,
    `Content-Type: ${html ? 'text/html' : 'application/json'}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  phone.once('data', () => phone.end(`${head.join('\r\n')}\r\n\r\n${body}`))
}
