import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Which of these bytes stand in which file anywhere under a folder. */
export function tracesIn(folder: string, sought: Record<string, string | Buffer>): string[] {
  const traces: string[] = []
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const bytes = read(join(entry.parentPath, entry.name))
    for (const [what, value] of Object.entries(sought)) {
      if (bytes.includes(value)) traces.push(`${what} in ${entry.name}`)
    }
  }
  return traces
}

// A file may be gone between being listed and being read.
function read(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}
