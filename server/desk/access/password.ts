import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { HTTPException } from 'hono/http-exception'

/** What is wrong with a new password, or nothing. */
export type PasswordProblem = 'too-short' | 'too-long' | 'too-common' | 'has-name'

const shortestPassword = 15
const longestPassword = 256

// OWASP ASVS 5.0 appendix C allows this pair; it needs 32 MiB, which also fits a Worker.
const cost = { N: 2 ** 15, r: 8, p: 3 }
const keyLength = 32

/** A PHC-like line with its own parameters, so that they can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, cost)
  return `$scrypt$n=${cost.N},r=${cost.r},p=${cost.p}$${salt.toString('base64url')}$${key.toString('base64url')}`
}

/** Takes the same time for a name nobody has: compare with `noOne` then. */
export async function passwordMatches(password: string, stored: string): Promise<boolean> {
  const found = /^\$scrypt\$n=(\d+),r=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/.exec(stored)
  if (!found) throw new Error('a stored password hash is not readable')
  const [, n, r, p, salt = '', key = ''] = found
  const expected = Buffer.from(key, 'base64url')
  const given = await derive(password, Buffer.from(salt, 'base64url'), {
    N: Number(n),
    r: Number(r),
    p: Number(p),
  })
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** The hash of a password that nobody knows, for comparing when there is no such member. */
export const noOne = `$scrypt$n=${cost.N},r=${cost.r},p=${cost.p}$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA`

/** Nothing was checked; the visitor may try again in a few seconds. */
class TooManyTries extends HTTPException {
  constructor() {
    const headers = { 'Content-Type': 'text/plain; charset=UTF-8', 'Retry-After': '10' }
    const words = '现在登录的人太多，请过一会儿再试。'
    super(503, { res: new Response(words, { status: 503, headers }) })
  }
}

/** Length in characters of the composed form; no rule about digits or signs, those only make people write it down. */
export function passwordProblem(password: string, name: string): PasswordProblem | undefined {
  const text = password.normalize('NFC')
  const length = [...text].length
  if (length < shortestPassword) return 'too-short'
  if (length > longestPassword) return 'too-long'
  const plain = text.toLowerCase().replace(/[\s\p{P}\p{S}]/gu, '')
  const own = name.normalize('NFC').toLowerCase().replace(/\s/g, '')
  if (own.length > 1 && plain.includes(own) && [...plain.replaceAll(own, '')].length < 8) {
    return 'has-name'
  }
  return isCommon(plain) ? 'too-common' : undefined
}

/** The same of one that was typed twice. */
export function newPasswordProblem(
  password: string,
  again: string,
  name: string,
): PasswordProblem | 'not-same' | undefined {
  const problem = passwordProblem(password, name)
  if (problem) return problem
  return password.normalize('NFC') === again.normalize('NFC') ? undefined : 'not-same'
}

// Words an outsider would try first against this desk, and the long runs that head every leaked list.
const guessable = [
  ...[
    'password',
    'mima',
    '密码',
    'admin',
    'guanliyuan',
    '管理员',
    'letmein',
    'welcome',
    'iloveyou',
  ],
  ...['邮筒森林', '邮筒', 'mailboxforest', 'mailbox', 'youtong', 'senlin', 'forest'],
  ...['汇成片区', '汇成', 'huicheng', '长桥', 'changqiao', '徐汇', 'xuhui', '上海', 'shanghai'],
  ...['居委会', 'juweihui', '街道', 'jiedao', 'neighbourhood', 'woaini', '我爱你'],
]
const runs = [
  '01234567890',
  '09876543210',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv',
]
const alphabet = 'abcdefghijklmnopqrstuvwxyz'

// Common means: once the guessable words, keyboard runs and repeats are taken out, little is left.
function isCommon(plain: string): boolean {
  let left = plain
  for (const word of guessable) left = left.replaceAll(word, '')
  for (const run of [...runs, alphabet]) left = withoutRun(left, run)
  left = left.replace(/(.{1,6}?)\1+/gu, '$1').replace(/(19|20)\d\d/g, '')
  return new Set(left).size < 6
}

function withoutRun(text: string, run: string): string {
  let left = text
  const doubled = run + run
  for (let length = doubled.length; length >= 4; length--) {
    for (let at = 0; at + length <= doubled.length; at++) {
      left = left.replaceAll(doubled.slice(at, at + length), '')
    }
  }
  return left
}

// Two at once: each takes 32 MiB and a thread of the pool that also writes answers to disk.
const limit = 2
// More than this many in line is an attack; sending them away keeps the line short for everyone else.
const longestLine = 40
let running = 0
const waiting: (() => void)[] = []

async function derive(password: string, salt: Uint8Array, options: ScryptOptions): Promise<Buffer> {
  if (waiting.length >= longestLine) throw new TooManyTries()
  while (running >= limit) await new Promise<void>((ready) => waiting.push(ready))
  running++
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      const text = password.normalize('NFC')
      const withMemory = { ...options, maxmem: 64 * 1024 * 1024 }
      scrypt(text, salt, keyLength, withMemory, (error, key) =>
        error ? reject(error) : resolve(key),
      )
    })
  } finally {
    running--
    waiting.shift()?.()
  }
}
