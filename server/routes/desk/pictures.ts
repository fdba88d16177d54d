import { writeAudited } from '../../../db/audit.ts'
import { decidePhoto } from '../../../db/files.ts'
import {
  findPicture,
  type PhotoState,
  pictureCodeAdded,
  pictureCodeRemoved,
  type WaitingPhotos,
  waitingPhotos,
} from '../../../db/pictures.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { AccessPage } from '../../../web/desk/pictures/access-page.tsx'
import { PicturesPage } from '../../../web/desk/pictures/pictures-page.tsx'
import { by, staffRouter } from '../../desk/access/session.ts'
import { cut, readForm, tidy } from '../../desk/form.ts'
import { deskPlace } from '../../desk/place.ts'
import {
  type Album,
  albumOf,
  codeBars,
  drawingsTotal,
  findPictures,
  mayLook,
  type Pictures,
  photoStates,
  picturesPage,
  writeLook,
} from '../../desk/results/pictures.ts'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'

/** Drawings and photos, for staff only: looked at, given codes, and photos let through or refused. */
export const pictureRoutes = staffRouter()

const path = '/c/:consultation/results/:audience{[a-z]+}/:question/pictures'

pictureRoutes.get(path, async (c) => {
  const pictures = await findPictures(c)
  if (!pictures) return c.notFound()
  return (await mayLook(c, albumOf(pictures))) ? gallery(c, pictures) : accessPage(c, pictures)
})

pictureRoutes.post(`${path}/access`, async (c) => {
  const pictures = await findPictures(c)
  if (!pictures) return c.notFound()
  const purpose = cut(tidy((await readForm(c))('purpose')), 100)
  if (purpose.length < 4) return accessPage(c, pictures, true)
  await writeLook(c, albumOf(pictures), purpose)
  return c.redirect(galleryPath(c), 303)
})

pictureRoutes.post(`${path}/:seq{[0-9]+}/codes`, async (c) => {
  const [pictures, seq] = [await findPictures(c), Number(c.req.param('seq'))]
  if (!pictures || !(await mayLook(c, albumOf(pictures)))) return c.notFound()
  const { store } = c.var
  if ((await findPicture(store, pictures.key, seq)) === undefined) return c.notFound()
  const field = await readForm(c)
  const [add, remove] = [cut(tidy(field('add')), 40), field('remove')]
  const entry = { ...by(c), object: `${pictures.key.question}/${seq}` }
  if (add)
    await writeAudited(store, { ...entry, action: 'add picture code' }, [
      pictureCodeAdded(store, pictures.key, seq, add),
    ])
  if (remove)
    await writeAudited(store, { ...entry, action: 'remove picture code' }, [
      pictureCodeRemoved(pictures.key, seq, remove),
    ])
  return c.redirect(`${galleryPath(c)}#p${seq}`, 303)
})

pictureRoutes.post(`${path}/:seq{[0-9]+}/decision`, async (c) => {
  const [pictures, seq] = [await findPictures(c), Number(c.req.param('seq'))]
  if (pictures?.question.kind !== 'photo' || !(await mayLook(c, albumOf(pictures))))
    return c.notFound()
  const { store, host } = c.var
  const id = await findPicture(store, pictures.key, seq)
  const state = (await readForm(c))('state')
  if (id === undefined || (state !== 'approved' && state !== 'refused')) return c.notFound()
  if (!(await decidePhoto(store, id, state, by(c)))) return c.notFound()
  if (state === 'refused') await host.files?.delete(id)
  return c.redirect(galleryPath(c), 303)
})

async function gallery(c: AppContext, pictures: Pictures): Promise<Response> {
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

async function accessPage(c: AppContext, { results, question }: Pictures, problem = false) {
  const page = AccessPage({
    place: await deskPlace(c),
    consultation: { title: textIn(results.consultation.title, 'zh-CN') },
    title: textIn(question.title, 'zh-CN'),
    what: '孩子的画和照片',
    action: `${galleryPath(c, false)}/access${new URL(c.req.url).search}`,
    problem,
  })
  return render(c, page, problem ? 422 : 200)
}

// What waits comes first, as long as something does.
function stateOf(asked: string | undefined, held: number): PhotoState {
  if (asked === 'held' || asked === 'approved') return asked
  return held > 0 ? 'held' : 'approved'
}

/** The gallery this request is about, with the query it came with. */
function galleryPath(c: AppContext, query = true): string {
  const { pathname, search } = new URL(c.req.url)
  const [before = ''] = pathname.split('/pictures')
  return `${before}/pictures${query ? search : ''}`
}

function queryOf(fields: Record<string, string>): string {
  const query = new URLSearchParams(fields).toString()
  return query && `?${query}`
}
