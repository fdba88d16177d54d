import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether a program is installed here; where it is not, what needs it says so and is skipped. */
export function hasProgram(name: string): boolean {
  const found = spawnSync('which', [name]).status === 0
  if (!found) console.log(`skipped: ${name} is not installed here`)
  return found
}

/** A folder of its own, with these files in it; its path is given to `use`. */
export async function inFolder<T>(
  files: Record<string, string | Uint8Array>,
  use: (folder: string) => T | Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'export-'))
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(program: string, args: string[], folder: string): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8' },
    timeout: 60_000,
  })
  if (status !== 0) throw new Error(`${program} ${status}: ${stdout}${stderr}`)
  return stdout
}

/** What PSPP says to these commands, as CSV. */
export function pspp(folder: string, commands: string): string {
  writeFileSync(join(folder, 'run.sps'), `${commands}\n`)
  return run('pspp', ['-O', 'format=csv', 'run.sps'], folder)
}

export const rscript = (folder: string, file: string) => run('Rscript', [file], folder)

/** A document as LibreOffice opens it and saves it in another format. */
export function libreOffice(
  folder: string,
  file: string,
  format: string,
  ...options: string[]
): string {
  run('soffice', ['--headless', ...options, '--convert-to', format, file], folder)
  const ending = format.split(':')[0] ?? format
  return readFileSync(join(folder, file.replace(/\.\w+$/, `.${ending}`)), 'utf8')
}

/** The words of a PDF file, page by page, as they stand. */
export const pdfPages = (folder: string, file: string): string[] =>
  run('pdftotext', ['-layout', file, '-'], folder).split('\f').slice(0, -1)
