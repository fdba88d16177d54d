import type { Site } from '../e2e/site.ts'

const member = { name: '测量员', password: 'a long password for the bench' }

/** Makes an account through the set-up link, signs in, and fetches desk pages whole. */
export async function deskVisitor(site: Site): Promise<(path: string) => Promise<string>> {
  const headers = { origin: site.origin, 'content-type': 'application/x-www-form-urlencoded' }
  const post = (address: string, fields: Record<string, string>) =>
    fetch(address, {
      method: 'POST',
      headers,
      body: new URLSearchParams(fields),
      redirect: 'manual',
    })
  await post(site.setupLink(), { ...member, again: member.password })
  const signedIn = await post(`${site.origin}/desk/sign-in`, member)
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0]
  if (!cookie) throw new Error(`could not sign in at the desk: ${signedIn.status}`)
  return async (path) => {
    const answer = await fetch(site.origin + path, { headers: { cookie }, redirect: 'manual' })
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
    return answer.text()
  }
}
