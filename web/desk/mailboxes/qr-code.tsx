import { encode } from 'uqr'

/** The light frame a reader needs around the code, in modules. */
export const quietZone = 4

/** Capital letters throughout: then a QR code packs two letters into 11 bits and stays coarse enough for a wall. */
export function printedAddress(publicOrigin: string, code: string): string {
  return `${publicOrigin}/m/${code}`.toUpperCase()
}

/** What a passer-by can type: no scheme, as it is written in letters under the code. */
export function shortAddress(publicOrigin: string, code: string): string {
  return `${publicOrigin.replace(/^https?:\/\//, '')}/m/${code}`
}

/** The modules of the code, true for dark, without the quiet zone. A quarter of them may be lost to weather. */
export function qrModules(address: string): boolean[][] {
  return encode(address, { ecc: 'Q', boostEcc: false, border: 0 }).data
}

/** Always dark on white, also in dark mode: many readers refuse the reverse. */
export function QrCode({ address, label }: { address: string; label: string }) {
  const modules = qrModules(address)
  const size = modules.length + 2 * quietZone
  return (
    <svg
      class="qr"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${size} ${size}`}
      shape-rendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={darkPath(modules)} fill="#000" />
    </svg>
  )
}

// One rectangle for each run of dark modules in a row.
function darkPath(modules: boolean[][]): string {
  let path = ''
  modules.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue
      let length = 1
      while (row[x + length]) length++
      path += `M${x + quietZone} ${y + quietZone}h${length}v1h-${length}z`
      x += length
    }
  })
  return path
}
