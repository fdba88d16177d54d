import type { Settings } from '../settings.ts'
import { inlineStyleHashes } from './inline-style.ts'

/** Sets on every answer what browsers must enforce. A handler's own Cache-Control stands. */
export function setSecurityHeaders(headers: Headers, path: string, settings: Settings): void {
  const desk = path === '/desk' || path.startsWith('/desk/')
  const kind = path.startsWith('/api/')
    ? 'data'
    : /^(\/desk)?\/f\//.test(path)
      ? 'file'
      : desk
        ? 'desk'
        : /^\/c\/[^/]+\/results\/embed$/.test(path)
          ? 'frame'
          : 'resident'
  for (const [name, value] of securityHeaders(settings, kind)) headers.set(name, value)
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', cacheRule(path, desk))
}

type Kind = 'resident' | 'desk' | 'data' | 'file' | 'frame'

/** What an answer of this kind carries; `data` is never a page, so it needs none of a page's permissions. */
export function securityHeaders(settings: Settings, kind: Kind): [string, string][] {
  const headers = byKind[kind]
  return settings.publicOrigin.startsWith('https:') ? [...headers, httpsOnly] : headers
}

// A page someone fills in must survive the way back, which `no-store` forbids; nobody else may keep it.
function cacheRule(path: string, desk: boolean): string {
  const personal = desk || path.startsWith('/r') || path.startsWith('/api/')
  return personal ? 'no-store' : 'private, no-cache'
}

const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self'${inlineStyleHashes.map((hash) => ` '${hash}'`).join('')}`,
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const off = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
]
  .map((feature) => `${feature}=()`)
  .join(', ')

const everywhere: [string, string][] = [
  ['X-Content-Type-Options', 'nosniff'],
  // Not `no-referrer`: with it browsers send `Origin: null` on a form post.
  ['Referrer-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
]

const pages: [string, string][] = [
  ...everywhere,
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['X-Frame-Options', 'DENY'],
]

const httpsOnly: [string, string] = [
  'Strict-Transport-Security',
  'max-age=31536000; includeSubDomains',
]

const byKind: Record<Kind, [string, string][]> = {
  resident: [['Content-Security-Policy', contentPolicy], ['Permissions-Policy', off], ...pages],
  desk: [
    ['Content-Security-Policy', `${contentPolicy}; require-trusted-types-for 'script'`],
    // Staff may record a question where they upload it.
    ['Permissions-Policy', off.replace('microphone=()', 'microphone=(self)')],
    ...pages,
  ],
  data: [['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"], ...everywhere],
  // Made to stand in a frame on other sites: it takes no answers, runs nothing and knows nobody.
  frame: [
    [
      'Content-Security-Policy',
      contentPolicy
        .replace("script-src 'self'", "script-src 'none'")
        .replace("form-action 'self'", "form-action 'none'")
        .replace("frame-ancestors 'none'", 'frame-ancestors *'),
    ],
    ['Permissions-Policy', off],
    ...everywhere,
  ],
  // A drawing may carry its own colours; opened by itself it can do nothing else.
  file: [
    ['Content-Security-Policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'"],
    ...everywhere,
  ],
}
