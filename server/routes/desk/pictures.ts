import { writeAudited } from '../../../db/audit.ts'
import { decidePhoto } from '../../../db/files.ts'
import { findPicture, pictureCodeAdded, pictureCodeRemoved } from '../../../db/pictures.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { AccessPage } from '../../../web/desk/pictures/access-page.tsx'
import { by, staffRouter } from '../../desk/access/session.ts'
import { cut, readForm, tidy } from '../../desk/form.ts'
import { deskPlace } from '../../desk/place.ts'
import { galleryPage, galleryPath } from '../../desk/results/gallery-page.ts'
import {
  albumOf,
  findPictures,
  mayLook,
  type Pictures,
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
  return (await mayLook(c, albumOf(pictures))) ? galleryPage(c, pictures) : accessPage(c, pictures)
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
  const asked = await findCoded(c)
  if (!asked) return c.notFound()
  const { seq, key, object } = asked
  const code = cut(tidy(asked.code), 40)
  const entry = { ...by(c), action: 'add picture code', object }
  if (code) await writeAudited(c.var.store, entry, [pictureCodeAdded(c.var.store, key, seq, code)])
  return c.redirect(`${galleryPath(c)}#p${seq}`, 303)
})

pictureRoutes.post(`${path}/:seq{[0-9]+}/codes/removal`, async (c) => {
  const asked = await findCoded(c)
  if (!asked) return c.notFound()
  const { seq, key, code, object } = asked
  const entry = { ...by(c), action: 'remove picture code', object }
  await writeAudited(c.var.store, entry, [pictureCodeRemoved(key, seq, code)])
  return c.redirect(`${galleryPath(c)}#p${seq}`, 303)
})

/** The picture that a form gives a code or takes one from. */
async function findCoded(c: AppContext) {
  const [pictures, seq] = [await findPictures(c), Number(c.req.param('seq'))]
  if (!pictures || !(await mayLook(c, albumOf(pictures)))) return
  const { key } = pictures
  if ((await findPicture(c.var.store, key, seq)) === undefined) return
  return { seq, key, code: (await readForm(c))('code'), object: `${key.question}/${seq}` }
}

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
