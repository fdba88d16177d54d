import type { Site } from '../e2e/site.ts'

const member = { name: '测量员', password: 'a long password for the bench' }

/** Makes an account through the set-up link, signs in, and fetches desk pages whole. */
export async function deskVisitor(site: Site): Promise<(path: string) => Promise<string>> {
  const { get } = await deskSession(site)
  return async (path) => (await get(path)).text()
}

/** The same, with what a desk page answers, and forms that are sent. Where there is an account already, it is used. */
export async function deskSession(site: Site) {
  let cookie = ''
  const fetched = async (path: string, fields?: Record<string, string>) => {
    const headers = { origin: site.origin, 'sec-fetch-site': 'same-origin', cookie }
    const sent = fields && { method: 'POST', body: new URLSearchParams(fields) }
    const answer = await fetch(site.origin + path, { headers, redirect: 'manual', ...sent })
    // Signing in sets it, and the password typed again sets another.
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return answer
  }
  const link = site.setupLink()
  if (link) await fetched(new URL(link).pathname, { ...member, again: member.password })
  const { status } = await fetched('/desk/sign-in', member)
  if (cookie === '') throw new Error(`could not sign in at the desk: ${status}`)
  const whole = async (path: string, fields?: Record<string, string>) => {
    const answer = await fetched(path, fields)
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
    return answer
  }
  return {
    get: (path: string) => whole(path),
    post: (path: string, fields: Record<string, string>) =>
      whole(path, { ...fields, password: member.password }),
  }
}
