/** Every type of file that is kept, with the ending of its address. What a browser hears is taken from here. */
const endings = {
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/ogg': 'ogg',
  'audio/webm': 'webm',
  'audio/wav': 'wav',
  'image/svg+xml': 'svg',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
} as const

export type FileType = keyof typeof endings

export const endingOf = (type: string): string | undefined =>
  Object.hasOwn(endings, type) ? endings[type as FileType] : undefined

/** Where a file is fetched from. */
export const addressOf = (id: string, type: string) => `/f/${id}.${endingOf(type)}`

/** What these bytes are, judged by how they begin and never by what someone says they are. */
export function typeOf(bytes: Uint8Array): FileType | undefined {
  return startsOf.find(({ matches }) => matches(bytes))?.type
}

const startsOf: { type: FileType; matches(bytes: Uint8Array): boolean }[] = [
  { type: 'image/png', matches: (bytes) => has(bytes, 0, '\x89PNG\r\n\x1a\n') },
  { type: 'image/jpeg', matches: (bytes) => has(bytes, 0, '\xff\xd8\xff') },
  { type: 'image/webp', matches: (bytes) => has(bytes, 0, 'RIFF') && has(bytes, 8, 'WEBP') },
  { type: 'audio/wav', matches: (bytes) => has(bytes, 0, 'RIFF') && has(bytes, 8, 'WAVE') },
  { type: 'audio/ogg', matches: (bytes) => has(bytes, 0, 'OggS\0') },
  { type: 'audio/webm', matches: (bytes) => has(bytes, 0, '\x1a\x45\xdf\xa3') },
  {
    type: 'audio/mp4',
    matches: (bytes) =>
      has(bytes, 4, 'ftyp') && ['M4A', 'mp4', 'iso'].some((brand) => has(bytes, 8, brand)),
  },
  {
    type: 'audio/mpeg',
    // A frame of layer III, or the tag that players write before the first.
    matches: (bytes) =>
      has(bytes, 0, 'ID3') || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2),
  },
  // Last, because it is text: what it really holds is looked at by `svgProblem`.
  { type: 'image/svg+xml', matches: (bytes) => /^\ufeff?\s*<(?:\?xml|svg|!--)/.test(head(bytes)) },
]

function has(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false
  return true
}

const head = (bytes: Uint8Array) => new TextDecoder().decode(bytes.subarray(0, 200))
