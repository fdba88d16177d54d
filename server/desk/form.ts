import type { AppContext } from '../host.ts'

/** Reads a posted form: `field('name')` is what was typed, or empty. A body that is no form has no fields. */
export async function readForm(c: AppContext): Promise<(name: string) => string> {
  const fields = new Map(Object.entries(await c.req.parseBody()))
  return (name) => {
    const value = fields.get(name)
    return typeof value === 'string' ? value : ''
  }
}

/** A line as it is kept: one spelling, no blanks around it. */
export function tidy(text: string): string {
  return text.normalize('NFC').trim()
}
