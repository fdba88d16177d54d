import { writeSync } from 'node:fs'

const flushMs = 100
const flushBytes = 64 * 1024

/** Log lines on standard output, several in one write. `flush` writes at once what is waiting. */
export function logLines() {
  let waiting = ''
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    const text = waiting
    waiting = ''
    if (text !== '') process.stdout.write(text)
  }
  return {
    log(line: Record<string, unknown>) {
      waiting += `${JSON.stringify(line)}\n`
      if (waiting.length >= flushBytes) flush()
      else timer ??= setTimeout(flush, flushMs).unref()
    },
    flush,
    /** For the last words of a process that is about to die. */
    flushNow() {
      if (waiting !== '') writeSync(1, waiting)
      waiting = ''
    },
  }
}
