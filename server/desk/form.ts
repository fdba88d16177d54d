import type { AppContext } from '../host.ts'

/** Reads a posted form: `field('name')` is what was typed, or empty. A body that is no form has no fields. */
export async function readForm(c: AppContext): Promise<(name: string) => string> {
  const fields = new Map(Object.entries(await c.req.parseBody()))
  return (name) => {
    const value = fields.get(name)
    return typeof value === 'string' ? value : ''
  }
}

/** The first so many characters, none of them halved. */
export function cut(text: string, most: number): string {
  return [...text].slice(0, most).join('')
}

/** A line as it is kept: one spelling, no blanks around it. */
export function tidy(text: string): string {
  return text.normalize('NFC').trim()
}
