import { findConsultation } from '../../../db/consultations.ts'
import { listReleases } from '../../../db/releases.ts'
import type { Consultation } from '../../../surveys/engine/definition.ts'
import type { Released } from '../../../web/public/released.ts'
import { answer, type DeskSite, member, openDesk } from '../desk/desk-site.ts'

const second = { name: '李主任', password: '另一句只有我自己知道的家常话而已' }
export const results = '/c/round/results'
export const desk = '/desk/c/round/releases'

/** A desk with two people and answers whose numbers are easily told from one another. */
export async function openTwo(consultation?: Consultation): Promise<DeskSite> {
  const site = await openDesk(consultation)
  await site.setUp()
  await site.setUp('staff', second)
  await signInBoth(site)
  return site
}

const cookies = new WeakMap<DeskSite, string>()

/** Once: passwords are slow on purpose. The site goes on as the first of the two. */
export async function signInBoth(site: DeskSite): Promise<void> {
  await site.signIn(second)
  cookies.set(site, site.cookie())
  // Two browsers, not one that changes hands: signing in ends the session it was sent with.
  site.forgetCookie()
  await site.signIn(member)
}

/** What the second person's browser sends along. */
export const asSecond = (site: DeskSite) => ({
  Cookie: cookies.get(site) ?? '',
  'Sec-Fetch-Site': 'same-origin',
})

/** So many more adults: most from the east, seven from elsewhere in each hundred, and what they want. */
export async function answerAdults(site: DeskSite, people: number, from = 0): Promise<void> {
  const found = await findConsultation(site.store, 'round')
  const versionId = found?.editions.find(({ audience }) => audience === 'adult')?.versionId ?? 0
  for (let n = from; n < from + people; n++) {
    const answers = {
      Q1: n % 100 < 61 ? 'east' : n % 100 < 93 ? 'west' : 'away',
      Q2: ['great', 'good', 'good', 'poor', 'unsure'][n % 5] ?? '',
      Q3: n % 3 === 0 ? ['seats', 'lamps'] : ['trees'],
      ...(n % 4 === 0 && { Q6: `第 ${n} 位写的话` }),
    }
    await answer(site.store, versionId, { answers }, { mailbox: n % 2 ? 'EAST1' : 'WEST1' })
  }
}

/** Children who prefer the bench, but for eleven in forty. */
export async function answerChildren(site: DeskSite, people: number): Promise<void> {
  const found = await findConsultation(site.store, 'round')
  const versionId = found?.editions.find(({ audience }) => audience === 'child')?.versionId ?? 0
  for (let n = 0; n < people; n++) {
    const answers = { K1: { a: n % 40 < 29 ? 'bench' : 'swing' } }
    await answer(site.store, versionId, { answers }, { mailbox: 'EAST1' })
  }
}

/** The form as a browser sends it, with names that come several times. */
export async function draft(site: DeskSite, fields: [string, string][]): Promise<Response> {
  return site.app.request(site.origin + desk, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Sec-Fetch-Site': 'same-origin',
      Cookie: site.cookie(),
    },
    body: new URLSearchParams(fields).toString(),
  })
}

/** One drafts, the other publishes; the first is signed in again. Returns the release's number. */
export async function publish(site: DeskSite, fields: [string, string][]): Promise<number> {
  const drafted = await draft(site, fields)
  const address = drafted.headers.get('location') ?? ''
  site.wait(60_000)
  const published = await site.post(`${address}/publication`, { seen: 'on' }, asSecond(site))
  if (published.status !== 303) throw new Error(`not published: ${published.status}`)
  site.wait(60_000)
  const [newest] = await listReleases(site.store, 'round')
  return newest?.number ?? 0
}

export async function snapshotOf(site: DeskSite): Promise<Released> {
  const answered = await site.app.request(`${site.origin}${results}.json`)
  return (await answered.json()) as Released
}

/** As anybody without an account sees it. */
export async function publicPage(site: DeskSite, path: string): Promise<string> {
  const answered = await site.app.request(site.origin + path)
  if (answered.status !== 200) throw new Error(`${path}: ${answered.status}`)
  return answered.text()
}
