import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { packageFolder, unpackOnce } from './unpack.ts'

/** Environment for a packaged Chromium. A bare box has no libnss3, so the one from the package is used; else the system's own. */
export function browserEnvironment(): Record<string, string> {
  const own = Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  )
  return systemHas('libnss3.so') ? own : { ...own, LD_LIBRARY_PATH: `${unpackedLibraries()}/lib` }
}

function systemHas(library: string): boolean {
  for (const ldconfig of ['/sbin/ldconfig', '/usr/sbin/ldconfig', 'ldconfig']) {
    try {
      return execFileSync(ldconfig, ['-p'], { encoding: 'utf8' }).includes(library)
    } catch {
      // Not at this place: try the next.
    }
  }
  return false
}

function unpackedLibraries(): string {
  const packed = `${packageFolder('@sparticuz/chromium')}/bin/al2023.tar.br`
  const tar = unpackOnce(packed, 'libraries.tar')
  const folder = tar.replace(/\.tar$/, '')
  mkdirSync(folder, { recursive: true })
  execFileSync('tar', ['-xf', tar, '--skip-old-files', '-C', folder])
  return folder
}
