// A crowd of phones in a process of its own: sends submissions over kept-alive connections, one at a time on each,
// and prints what came back as one line of JSON. Raw sockets, so that the crowd costs as little as possible.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'

const [port, connections, seconds, bodiesFile] = process.argv.slice(2)
const bodies = JSON.parse(readFileSync(bodiesFile, 'utf8')).map((body) => Buffer.from(body))
const heads = bodies.map(
  (body) =>
    ` HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`,
)
const took = []
const statuses = {}
let stopping = false
let sent = 0

await Promise.all(Array.from({ length: Number(connections) }, phone))
took.sort((a, b) => a - b)
const at = (share) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0
console.log(
  JSON.stringify({
    perSecond: took.length / Number(seconds),
    p50: at(0.5),
    p99: at(0.99),
    statuses,
  }),
)

function phone() {
  return new Promise((resolve, reject) => {
    const open = () => {
      const socket = connect({ port: Number(port), host: '127.0.0.1', noDelay: true })
      let received = ''
      let startedAt = 0
      const send = () => {
        const which = sent++ % bodies.length
        startedAt = performance.now()
        socket.write(
          Buffer.concat([
            Buffer.from(`PUT /api/responses/${randomUUID()}${heads[which]}`),
            bodies[which],
          ]),
        )
      }
      socket.setEncoding('latin1')
      socket.on('connect', send)
      socket.on('error', reject)
      socket.on('data', (text) => {
        received += text
        const end = received.indexOf('\r\n\r\n')
        if (end < 0) return
        const head = received.slice(0, end).toLowerCase()
        const length = Number(head.match(/content-length: (\d+)/)?.[1] ?? 0)
        if (received.length < end + 4 + length) return
        const status = received.slice(9, 12)
        statuses[status] = (statuses[status] ?? 0) + 1
        if (status === '201' && !stopping) took.push(performance.now() - startedAt)
        received = ''
        if (stopping) {
          socket.destroy()
          resolve()
        } else if (head.includes('connection: close')) {
          socket.destroy()
          open()
        } else send()
      })
    }
    open()
    setTimeout(() => {
      stopping = true
    }, Number(seconds) * 1000)
  })
}
