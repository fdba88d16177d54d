import * as v from 'valibot'

/** What the environment says, parsed once. README lists what each one means. */
export interface Settings {
  port: number
  host: string
  databaseUrl: string
  databaseAuthToken?: string | undefined
  /** What QR codes and links carry; never taken from the Host header. No trailing slash. */
  publicOrigin: string
  /** At least 32 bytes; purpose-key.ts makes from it whatever is keyed, receipts first of all. */
  secretKey: Uint8Array
  /** How many proxies of our own stand in front; the caller's address is counted from the right. */
  trustedProxies: number
  /** A demonstration database: every page says so. */
  demo: boolean
}

export type Environment = Record<string, string | undefined>
/** `single`: one machine, everything has a default. `workers`: what must be shared must be given. */
export type Place = 'single' | 'workers'
export type ReadSettings =
  | { settings: Omit<Settings, 'secretKey'> & { secretKey?: Uint8Array } }
  | { faults: string[] }

/** Settings, or one line (Chinese, then English) for every value that is wrong. A single machine may leave the key to be generated. */
export function readSettings(environment: Environment, place: Place = 'single'): ReadSettings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const read = v.safeParse(place === 'workers' ? WorkersEnvironment : SingleEnvironment, given)
  if (!read.success) return { faults: read.issues.map(faultLine) }
  const env = read.output
  return {
    settings: {
      port: env.PORT,
      host: env.HOST,
      databaseUrl: env.DATABASE_URL,
      databaseAuthToken: env.DATABASE_AUTH_TOKEN,
      publicOrigin: env.PUBLIC_ORIGIN ?? `http://localhost:${env.PORT}`,
      ...(env.SECRET_KEY ? { secretKey: new TextEncoder().encode(env.SECRET_KEY) } : {}),
      trustedProxies: env.TRUSTED_PROXIES,
      demo: env.DEMO,
    },
  }
}

const wholeNumber = (from: number, to: number, words: string) =>
  v.pipe(
    v.string(words),
    v.check((text) => /^\d{1,6}$/.test(text) && +text >= from && +text <= to, words),
    v.transform(Number),
  )

const isAddress = (text: string, protocols: string[]) => {
  try {
    const { protocol, hostname } = new URL(text)
    return protocols.includes(protocol) && hostname !== ''
  } catch {
    return false
  }
}

const isOrigin = (text: string) =>
  isAddress(text, ['http:', 'https:']) && new URL(text).origin === text.replace(/\/$/, '')

const remote = ['libsql:', 'https:', 'http:']

const PORT = wholeNumber(0, 65535, '端口必须是 0–65535 的整数 · must be a whole number, 0–65535')
const HOST = v.pipe(
  v.string(),
  v.regex(/^[0-9A-Za-z.:_-]{1,253}$/, '监听地址无效 · not an address to listen on'),
)
const DATABASE_URL = v.pipe(
  v.string(),
  v.check(
    (text) => /^file:[^?#]+$/.test(text) || isAddress(text, remote),
    '必须是 file:路径 或 libsql://、https://、http:// 地址 · must be file:path or a libsql://, https://, http:// address',
  ),
)
const remoteWords =
  '必须是 libsql://、https:// 或 http:// 地址 · must be a libsql://, https:// or http:// address'
const REMOTE_DATABASE_URL = v.pipe(
  v.string(remoteWords),
  v.check((text) => isAddress(text, remote), remoteWords),
)
const originWords =
  '必须是完整的网站地址，只含协议和域名，如 https://forest.example.cn · must be an origin such as https://forest.example.cn, without a path'
const PUBLIC_ORIGIN = v.pipe(
  v.string(originWords),
  v.check(isOrigin, originWords),
  v.transform((text) => text.replace(/\/$/, '')),
)
const keyWords = '至少要 32 个字节 · must be at least 32 bytes'
const SECRET_KEY = v.pipe(v.string(keyWords), v.minBytes(32, keyWords))
const TRUSTED_PROXIES = wholeNumber(
  0,
  5,
  '必须是 0–5 的整数 · must be a whole number of proxies, 0–5',
)
const DEMO = v.pipe(
  v.picklist(['0', '1'], '必须是 0 或 1 · must be 0 or 1'),
  v.transform((text) => text === '1'),
)

const shared = {
  PORT: v.optional(PORT, '8787'),
  HOST: v.optional(HOST, '127.0.0.1'),
  DATABASE_AUTH_TOKEN: v.optional(v.string()),
  TRUSTED_PROXIES: v.optional(TRUSTED_PROXIES, '0'),
  DEMO: v.optional(DEMO, '0'),
}

const SingleEnvironment = v.object({
  ...shared,
  DATABASE_URL: v.optional(DATABASE_URL, 'file:data/forest.db'),
  PUBLIC_ORIGIN: v.optional(PUBLIC_ORIGIN),
  SECRET_KEY: v.optional(SECRET_KEY),
})

const WorkersEnvironment = v.object({
  ...shared,
  DATABASE_URL: REMOTE_DATABASE_URL,
  PUBLIC_ORIGIN,
  SECRET_KEY,
})

const secrets = new Set(['SECRET_KEY', 'DATABASE_AUTH_TOKEN', 'DATABASE_URL'])

// A key or a password inside an address must not end up in a log, so those values are not repeated.
function faultLine(issue: v.BaseIssue<unknown>): string {
  const name = String(issue.path?.[0]?.key)
  const value = issue.path?.[0]?.value
  if (value === undefined) return `${name} 没有设置 · is not set: ${wordsOf(issue)}`
  const shown = secrets.has(name) ? '' : ` = ${JSON.stringify(value)}`
  return `${name}${shown}：${wordsOf(issue)}`
}

const missingWords: Record<string, string> = {
  DATABASE_URL: remoteWords,
  PUBLIC_ORIGIN: originWords,
  SECRET_KEY: keyWords,
}

const wordsOf = (issue: v.BaseIssue<unknown>) => {
  const name = String(issue.path?.[0]?.key)
  return issue.received === 'undefined' ? (missingWords[name] ?? issue.message) : issue.message
}
