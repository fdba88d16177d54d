import { type PhotoState, type WaitingPhotos, waitingPhotos } from '../../../db/pictures.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { PicturesPage } from '../../../web/desk/pictures/pictures-page.tsx'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'
import { deskPlace } from '../place.ts'
import {
  type Album,
  albumOf,
  codeBars,
  drawingsTotal,
  type Pictures,
  photoStates,
  picturesPage,
} from './pictures.ts'

/** The pictures of a question, page by page, with what staff saw in them. */
export async function galleryPage(c: AppContext, pictures: Pictures): Promise<Response> {
  const { results, question } = pictures
  const photos = await photoStates(c, pictures)
  const asked = c.req.query('state')
  const state = photos ? stateOf(asked, photos.held) : 'approved'
  const { total, tooFew } = photos
    ? { total: photos.approved, tooFew: false }
    : drawingsTotal(pictures)
  const codes = await codeBars(c, pictures, total)
  // A code too rare to be counted would be counted by the list behind it.
  const code = codes.find(({ label, count }) => label === c.req.query('code') && count !== null)
  const before = Number(c.req.query('before')) || undefined
  const shown = await picturesPage(c, pictures, { state, before, code: code?.label })
  const page = galleryPath(c, false)
  const version = results.version < results.versions ? { v: String(results.version) } : undefined
  const withVersion = (more: Record<string, string>) => queryOf({ ...version, ...more })
  const waiting = await waitingPhotos(c.var.store)
  const here = { ...(asked && { state }), ...(code && { code: code.label }) }
  return render(
    c,
    PicturesPage({
      place: await deskPlace(c),
      consultation: { title: textIn(results.consultation.title, 'zh-CN') },
      title: textIn(question.title, 'zh-CN'),
      back: `${page.replace(/\/pictures$/, '')}${withVersion({})}`,
      path: page,
      query: withVersion({ ...here, ...(before && { before: String(before) }) }),
      ...(photos && { photos: { ...photos, state, version: version ? `&v=${version.v}` : '' } }),
      versions: Array.from({ length: results.versions }, (_, at) => {
        const n = at + 1
        const mine = waiting.find((one) => one.version === n && isSame(one, albumOf(pictures)))
        return { n, here: n === results.version, waiting: mine?.photos ?? 0 }
      }),
      ...{ total, tooFew, codes, pictures: tooFew ? [] : shown.pictures },
      code: code && { name: code.label, without: `${page}${withVersion({})}` },
      older:
        shown.before === undefined
          ? undefined
          : `${page}${withVersion({ ...here, before: String(shown.before) })}`,
    }),
  )
}

const isSame = (one: WaitingPhotos, { consultationId, audience, question }: Album) =>
  one.consultation === consultationId && one.audience === audience && one.question === question

// What waits comes first, as long as something does.
function stateOf(asked: string | undefined, held: number): PhotoState {
  if (asked === 'held' || asked === 'approved') return asked
  return held > 0 ? 'held' : 'approved'
}

/** The gallery this request is about, with the query it came with. */
export function galleryPath(c: AppContext, query = true): string {
  const { pathname, search } = new URL(c.req.url)
  const [before = ''] = pathname.split('/pictures')
  return `${before}/pictures${query ? search : ''}`
}

function queryOf(fields: Record<string, string>): string {
  const query = new URLSearchParams(fields).toString()
  return query && `?${query}`
}
