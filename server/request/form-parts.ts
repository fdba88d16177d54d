import type { RequestProblem } from './problems.ts'

/** Takes a form with files apart, once. The words in it must be as whole as those of any other form. */
export async function readParts(
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
): Promise<{ form: FormData } | { problem: RequestProblem }> {
  const answer = new Response(bytes, { headers: { 'Content-Type': contentType } })
  const form = await answer.formData().catch(() => undefined)
  if (!form) return { problem: 'unknown-field' }
  const texts = [...form].flat().filter((part) => typeof part === 'string')
  if (texts.some((text) => text.includes('\0'))) return { problem: 'bad-text' }
  const broken = texts.join('').split('\ufffd').length - 1
  // What was sent as � is no fault; what became one on the way in is.
  return broken > countOf(replacement, bytes) ? { problem: 'not-utf8' } : { form }
}

const replacement = [0xef, 0xbf, 0xbd] as const

function countOf([first, second, third]: typeof replacement, bytes: Uint8Array): number {
  let found = 0
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (bytes[at + 1] === second && bytes[at + 2] === third) found++
  }
  return found
}
