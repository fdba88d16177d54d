// The least a server can do and still be durable: node:http, JSON.parse, one insert, many inserts in one commit.
import { createServer } from 'node:http'
import { createClient } from '@libsql/client'

const [port, file] = process.argv.slice(2)
const client = createClient({ url: `file:${file}`, concurrency: 1 })
for (const pragma of ['journal_mode=WAL', 'synchronous=FULL'])
  await client.execute(`PRAGMA ${pragma}`)
await client.execute('CREATE TABLE responses (seq INTEGER PRIMARY KEY, id TEXT UNIQUE, body TEXT)')

const sql = 'INSERT INTO responses (id, body) VALUES (?, ?) ON CONFLICT DO NOTHING'
const waiting = []
let busy = false
async function drain() {
  busy = true
  while (waiting.length > 0) {
    const group = waiting.splice(0, 64)
    await client.batch(
      group.map(({ args }) => ({ sql, args })),
      'write',
    )
    for (const { done } of group) done()
  }
  busy = false
}

createServer((request, response) => {
  const parts = []
  request.on('data', (part) => parts.push(part))
  request.on('end', () => {
    const answers = JSON.parse(Buffer.concat(parts).toString())
    const done = () =>
      response.writeHead(201, { 'Content-Type': 'application/json' }).end('{"stored":true}')
    waiting.push({ args: [request.url.slice(15), JSON.stringify(answers)], done })
    if (!busy) setImmediate(() => busy || drain())
  })
}).listen(Number(port), '127.0.0.1', () => console.log('ready'))
