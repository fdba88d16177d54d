import { fieldsOf } from './server/routes/resident-page.ts'

/**
 * The address of a step of a child's questionnaire, come by as people come by it: its guardian agrees (and
 * grants what `path` says), then the child says yes itself. Any other address is the one it is.
 */
export async function walkTo(
  ask: (path: string) => Promise<string>,
  path: string,
): Promise<string> {
  const { pathname, searchParams } = new URL(path, 'http://anywhere')
  const step = searchParams.get('step')
  if (step !== 'child' && step !== 'questions') return path
  const grants = searchParams.getAll('grant').map((grant) => ['grant', grant])
  for (const name of ['step', 'grant']) searchParams.delete(name)
  const guardian = await ask(`${pathname}?${searchParams}`)
  const agreed = new URLSearchParams([...fieldsOf(guardian), ...grants] as [string, string][])
  const assent = linkWith(guardian, 'step=child') ?? `${pathname}?${agreed}`
  if (step === 'child') return assent
  return linkWith(await ask(assent), 'step=questions') ?? ''
}

/** The same on a site that is running. */
export const walkOn = (origin: string, path: string) =>
  walkTo(async (step) => (await fetch(origin + step)).text(), path)

function linkWith(page: string, part: string): string | undefined {
  const main = page.slice(page.indexOf('<main'))
  const links = [...main.matchAll(/ href="([^"]*)"/g)].map(([, href = '']) => href)
  // The pinyin's switch leads to a step too, but to the one that is open.
  return links.find((href) => href.includes(part))?.replaceAll('&amp;', '&')
}
