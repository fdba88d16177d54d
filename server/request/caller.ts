import { createHmac, randomBytes } from 'node:crypto'
import { isIPv6 } from 'node:net'

/**
 * The caller's address as seen from outside our own proxies, counted from the right of X-Forwarded-For,
 * because everything further left is whatever the caller wrote there.
 */
export function callerAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string | undefined {
  if (trustedProxies === 0) return socketAddress
  const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim())
  return hops.at(-trustedProxies) || socketAddress
}

/** Loopback is this machine itself, or a proxy nobody told us about: then no bucket can tell people apart. */
export const isLoopback = (address: string) => /^(?:127\.|::1$|::ffff:127\.)/.test(address)

/** What a bucket is kept under: never the address, and under another key every day. */
export function callerKeys(now: () => number = Date.now) {
  let day = -1
  let key = Buffer.alloc(0)
  return (address: string): string => {
    const today = Math.floor(now() / 86_400_000)
    if (today !== day) {
      day = today
      key = randomBytes(32)
    }
    return createHmac('sha256', key).update(household(address)).digest('base64url').slice(0, 22)
  }
}

// One home holds a whole IPv6 /64, so its addresses count as one caller.
function household(address: string): string {
  if (!isIPv6(address)) return address
  const embedded = address.match(/^::ffff:(\d+\.\d+\.\d+\.\d+)$/i)?.[1]
  if (embedded) return embedded
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length
  return [...left, ...Array<string>(Math.max(0, zeros)).fill('0'), ...right]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
