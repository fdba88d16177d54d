/** A random UUID v4. The browser's own way is missing on old phones and on addresses without a lock. */
export function newId(): string {
  const digits = hex(crypto.getRandomValues(new Uint8Array(16)))
  return digits.replace(/(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-4$3-8$4-')
}

export const hex = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
