/** A random UUID v4. The browser's own way is missing on old phones and on addresses without a lock. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const marked = bytes.map((byte, i) =>
    i === 6 ? (byte & 15) | 64 : i === 8 ? (byte & 63) | 128 : byte,
  )
  return hex(marked).replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

export const hex = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
