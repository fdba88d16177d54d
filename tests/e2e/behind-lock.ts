import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'node:tls'

const program = '/usr/bin/openssl'
export const noLock = !existsSync(program)

/** The same site with HTTPS in front, as a reverse proxy gives it; the certificate is of nobody's making. */
export async function behindLock(origin: string): Promise<{ origin: string; close(): void }> {
  const { port } = new URL(origin)
  const server = createServer(ownCertificate(), (phone) => {
    const site = connect(Number(port), '127.0.0.1')
    for (const [from, to] of [
      [phone, site],
      [site, phone],
    ] as const) {
      from.pipe(to)
      from.on('error', () => to.destroy())
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address() as AddressInfo
  return { origin: `https://localhost:${address.port}`, close: () => void server.close() }
}

function ownCertificate() {
  const folder = mkdtempSync(join(tmpdir(), 'lock-'))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const made = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=localhost']
  execFileSync(program, ['req', ...made, '-keyout', key, '-out', cert], { stdio: 'ignore' })
  const pair = { key: readFileSync(key), cert: readFileSync(cert) }
  rmSync(folder, { recursive: true })
  return pair
}
