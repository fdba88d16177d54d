import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const engine = new URL('../../../surveys/engine/', import.meta.url)
const carried = [
  ...['check.ts', 'visibility.ts', 'order.ts', 'graphemes.ts', 'holds.ts'],
  ...['canonical.ts', 'is-blank.ts', 'picked.ts', 'pin-cells.ts', 'questions.ts'],
]

describe('what travels to a resident’s phone', () => {
  const files = withImports(carried)

  test('is our own code only, and little of it', () => {
    for (const source of files.values()) expect(runTimeImports(source)).not.toContain('valibot')
    const letters = [...files.values()].reduce((sum, source) => sum + source.length, 0)
    expect(letters).toBeLessThan(32_000)
  })

  test('asks for nothing that Chromium 80 does not have', () => {
    const tooNew =
      /\.at\(|\.findLast|Object\.hasOwn\(|structuredClone|randomUUID|\.replaceAll\(|\(\?<[=!]|\.toSorted|\.isWellFormed/
    for (const [name, source] of files)
      expect(`${name} ${tooNew.exec(source) ?? ''}`).toBe(`${name} `)
  })
})

function withImports(names: string[], files = new Map<string, string>()): Map<string, string> {
  for (const name of names) {
    if (files.has(name)) continue
    const source = readFileSync(new URL(name, engine), 'utf8')
    files.set(name, source)
    withImports(
      runTimeImports(source).flatMap((from) => (from.startsWith('./') ? [from.slice(2)] : [])),
      files,
    )
  }
  return files
}

function runTimeImports(source: string): string[] {
  return [...source.matchAll(/^(?:import|export) (?!type)[^'"]*from '([^']+)'/gm)].flatMap(
    ([, from]) => from ?? [],
  )
}
