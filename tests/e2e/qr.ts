import { PNG } from 'pngjs'
import decode from 'qr/decode.js'

/** What a phone's camera reads from this picture. */
export function scanned(png: Uint8Array): string {
  const { width, height, data } = PNG.sync.read(png)
  return decode({ width, height, data: new Uint8Array(data) })
}
