import { linkTexts, listTextLinks, unlinkTexts } from '../../../db/text-links.ts'
import { mayBeSame, sameGroups } from '../../../surveys/engine/open-text/same-texts.ts'
import { SamePage } from '../../../web/desk/texts/same-page.tsx'
import { by } from '../../desk/access/session.ts'
import { readForm } from '../../desk/form.ts'
import { workbenchOf } from '../../desk/texts/coding.ts'
import { type TextsAsked, textsAt, textsHead, textsOf } from '../../desk/texts/open-texts.ts'
import { lostByParting, type Pair } from '../../desk/texts/parted.ts'
import { textsRouter } from '../../desk/texts/texts-router.ts'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'

/** What several people said: found to the letter, or by a person. */
export const sameTextRoutes = textsRouter()

const path = '/same'
const offered = { least: 0.12, most: 20 }

sameTextRoutes.get(path, (c, found) => samePage(c, found))

sameTextRoutes.post(`${path}/union`, async (c, found) => {
  const { pair } = await readPair(c)
  const isDone = await linkTexts(c.var.store, found.of, { ...pair, same: true }, by(c))
  return isDone ? back(c, found) : c.notFound()
})

sameTextRoutes.post(`${path}/parting`, (c, found) =>
  part(c, found, (pair) => linkTexts(c.var.store, found.of, { ...pair, same: false }, by(c))),
)

sameTextRoutes.post(`${path}/removal`, (c, found) =>
  part(c, found, (pair) => unlinkTexts(c.var.store, found.of, pair, by(c))),
)

/** Two texts may be read apart from now on; asked again where somebody would lose an answer by it. */
async function part(
  c: AppContext,
  found: TextsAsked,
  take: (pair: Pair) => Promise<boolean>,
): Promise<Response> {
  const { pair, sure } = await readPair(c)
  const { store } = c.var
  const links = await listTextLinks(store, found.of)
  const lost = (await lostByParting(store, found, await textsOf(store, found), links))(pair)
  // Sure of so many, and no more than these.
  if (lost && sure !== lost.people) return samePage(c, found, true)
  return (await take(pair)) ? back(c, found) : c.notFound()
}

async function readPair(c: AppContext): Promise<{ pair: Pair; sure: number }> {
  const field = await readForm(c)
  return { pair: { a: Number(field('a')), b: Number(field('b')) }, sure: Number(field('sure')) }
}

const back = (c: AppContext, found: TextsAsked) => c.redirect(`${textsAt(found)}/same`, 303)

async function samePage(c: AppContext, found: TextsAsked, isUnsure = false) {
  const bench = await workbenchOf(c.var.store, found)
  const texts = bench.texts.map(({ seq, text, readings }) => ({
    ...{ seq, text },
    codes: (readings[3] ?? readings[1])?.codes ?? [],
  }))
  const bySeq = new Map(texts.map((one) => [one.seq, one]))
  const links = await listTextLinks(c.var.store, found.of)
  const groups = sameGroups(texts, links)
  const together = groups.filter((group) => group.length > 1)
  const lostBy = await lostByParting(c.var.store, found, texts, links)
  return render(
    c,
    SamePage({
      head: await textsHead(c, found),
      texts: texts.length,
      wishes: groups.length,
      groups: together
        .sort((one, other) => other.length - one.length)
        .map((group) => ({
          texts: group,
          merged: links
            .filter(({ a, same }) => same && group.some(({ seq }) => seq === a))
            .map((link) => ({ ...link, lost: lostBy(link) })),
        })),
      alike: mayBeSame(groups, links, offered),
      apart: links.flatMap(({ a, b, same }) => {
        const [one, other] = [bySeq.get(a), bySeq.get(b)]
        return !same && one && other ? [{ one, other }] : []
      }),
      isUncoded: texts.every(({ codes }) => codes.length === 0),
      isUnsure,
    }),
    isUnsure ? 422 : 200,
  )
}
