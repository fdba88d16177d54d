import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = new URL('../../', import.meta.url).pathname
const sources = readdirSync(join(root, 'db'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, code: readFileSync(join(root, 'db', file), 'utf8') }))

test('nothing opens a transaction that others would have to wait for', () => {
  const forbidden = /\.transaction\(|orm\.batch\(|'BEGIN|"BEGIN|RETURNING|\.returning\(/
  expect(sources.filter(({ code }) => forbidden.test(code)).map(({ file }) => file)).toEqual([])
})

test('the migrations say what the schema says', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forest-'))
  try {
    const out = join(folder, 'migrations')
    cpSync(join(root, 'db/migrations'), out, { recursive: true })
    const before = readdirSync(out)
    const options = ['--dialect', 'sqlite', '--schema', 'db/schema.ts', '--casing', 'snake_case']
    const run = spawnSync(
      join(root, 'tests/node_modules/.bin/drizzle-kit'),
      ['generate', ...options, '--out', relative(root, out)],
      { cwd: root, encoding: 'utf8' },
    )
    expect(run.stdout).toContain('No schema changes')
    expect(readdirSync(out)).toEqual(before)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
