import { createHash } from 'node:crypto'
import { findConsultation } from '../../../db/consultations.ts'
import {
  addDecision,
  type Decision,
  discardDecision,
  findDecision,
  listDecisions,
  publishDecision,
  recordProgress,
  rewriteDecision,
} from '../../../db/decisions.ts'
import type { NewFile } from '../../../db/files.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import type { DecisionFields, DecisionProblem } from '../../../web/desk/decisions/decision-form.tsx'
import {
  DecisionPage,
  DecisionsPage,
  type ListedDecision,
} from '../../../web/desk/decisions/decisions-page.tsx'
import { problemSentence } from '../../../web/desk/media/upload-problem.ts'
import {
  blankFields,
  citable,
  citableFindings,
  fieldsOf,
  listed,
  readDecision,
} from '../../desk/decisions.ts'
import { readForm, tidy } from '../../desk/form.ts'
import { newFileId } from '../../desk/media-upload.ts'
import { deskPlace } from '../../desk/place.ts'
import { memberOf, staffRouter } from '../../desk/session.ts'
import { readPicture } from '../../files/upload.ts'
import type { AppContext } from '../../host.ts'
import { hasParts } from '../../request/body.ts'
import { render } from '../../request/render.ts'
import { isStorable } from '../../request/stored-text.ts'

/** The ledger of decisions: written, published, followed until it is done. */
export const decisionRoutes = staffRouter()

const path = '/c/:consultation/decisions'
const longestNote = 2000
const heaviestPhoto = 600 * 1024

decisionRoutes.get(path, async (c) => {
  const found = await consultationOf(c)
  if (!found) return c.notFound()
  const all = await listDecisions(c.var.store, found.id)
  const decisions = await Promise.all(all.map((one) => listed(c.var.store, one, memberOf(c).id)))
  return render(c, DecisionsPage({ place: await deskPlace(c), consultation: found, decisions }))
})

decisionRoutes.get(`${path}/new`, (c) => decisionPage(c, undefined, { fields: blankFields }))

decisionRoutes.post(`${path}/new`, async (c) => {
  const found = await consultationOf(c)
  if (!found) return c.notFound()
  const findings = await citableFindings(c.var.store, found.id)
  const { fields, read } = readDecision(await readForm(c), findings)
  if ('problem' in read) return decisionPage(c, undefined, { fields, problem: read.problem })
  const id = await addDecision(c.var.store, found.id, read, by(c))
  return c.redirect(`/desk/c/${found.id}/decisions/${id}?saved`, 303)
})

decisionRoutes.get(`${path}/:decision{[0-9a-f-]{36}}`, async (c) => {
  const decision = await decisionOf(c)
  return decision ? decisionPage(c, decision, {}) : c.notFound()
})

decisionRoutes.post(`${path}/:decision{[0-9a-f-]{36}}`, async (c) => {
  const decision = await decisionOf(c)
  if (!decision) return c.notFound()
  const findings = await citableFindings(c.var.store, decision.consultationId)
  const { findings: before } = await listed(c.var.store, decision, memberOf(c).id)
  const { fields, read } = readDecision(await readForm(c), findings, before)
  if ('problem' in read) return decisionPage(c, decision, { fields, problem: read.problem })
  await rewriteDecision(c.var.store, decision, read, by(c))
  return back(c, decision)
})

decisionRoutes.post(`${path}/:decision{[0-9a-f-]{36}}/publication`, async (c) => {
  const decision = await decisionOf(c)
  if (!decision) return c.notFound()
  const writtenAt = Number((await readForm(c))('writtenAt'))
  const done = await publishDecision(c.var.store, decision, writtenAt, by(c))
  if (!done) return decisionPage(c, decision, { isRefused: true })
  if (done.replaced) await c.var.host.files?.delete(done.replaced)
  return back(c, decision)
})

decisionRoutes.post(`${path}/:decision{[0-9a-f-]{36}}/removal`, async (c) => {
  const decision = await decisionOf(c)
  if (!decision || decision.publishedAt !== null) return c.notFound()
  await discardDecision(c.var.store, decision, by(c))
  return c.redirect(`/desk/c/${decision.consultationId}/decisions`, 303)
})

decisionRoutes.post(`${path}/:decision{[0-9a-f-]{36}}/progress`, async (c) => {
  const decision = await decisionOf(c)
  if (!decision || decision.publishedAt === null || !hasParts(c)) return c.notFound()
  const form = await c.req.formData()
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const progress = text('progress')
  const note = tidy(text('note').replace(/\r\n?/g, '\n'))
  const isKnown = progress === 'planned' || progress === 'doing' || progress === 'done'
  if (!isKnown || [...note].length > longestNote || !isStorable(note)) {
    return decisionPage(c, decision, { progressProblem: '请选办到哪一步；说明最多 2000 个字。' })
  }
  const photo = await photoOf(c, decision, form.get('photo'))
  if (photo && 'problem' in photo)
    return decisionPage(c, decision, { progressProblem: photo.problem })
  const said = { progress, progressNote: note } as const
  const replaced = await recordProgress(c.var.store, decision, said, photo, by(c))
  if (replaced) await c.var.host.files?.delete(replaced)
  return back(c, decision)
})

const by = (c: AppContext) => ({ at: c.var.now(), actor: memberOf(c).id })

const back = (c: AppContext, { consultationId, id }: Decision) =>
  c.redirect(`/desk/c/${consultationId}/decisions/${id}?saved`, 303)

async function consultationOf(c: AppContext) {
  const found = await findConsultation(c.var.store, c.req.param('consultation') ?? '')
  return found && { id: found.id, title: textIn(found.title, 'zh-CN') }
}

async function decisionOf(c: AppContext): Promise<Decision | undefined> {
  const { consultation = '', decision = '' } = c.req.param()
  return findDecision(c.var.store, consultation, decision)
}

/** The photo that came with the form, kept; nothing where there is none. */
async function photoOf(
  c: AppContext,
  { consultationId }: Decision,
  value: FormDataEntryValue | null,
): Promise<NewFile | { problem: string } | undefined> {
  const { files, redraw } = c.var.host
  if (!(value instanceof Blob) || value.size === 0 || !files || !redraw) return
  const bytes = new Uint8Array(await value.arrayBuffer())
  const picture = await readPicture(bytes, redraw, { mostBytes: heaviestPhoto, mayBeDrawn: false })
  if ('problem' in picture) return { problem: problemSentence(picture.problem) }
  const id = newFileId()
  await files.put(id, picture.bytes)
  const { width, height, type } = picture
  return {
    ...{ id, purpose: 'image', consultationId, contentType: type, width, height },
    size: picture.bytes.byteLength,
    sha256: createHash('sha256').update(picture.bytes).digest('hex'),
    ...{ state: 'held', createdAt: c.var.now() },
  }
}

async function decisionPage(
  c: AppContext,
  decision: Decision | undefined,
  entered: {
    fields?: DecisionFields
    problem?: DecisionProblem
    progressProblem?: string
    isRefused?: boolean
  },
) {
  const found = await consultationOf(c)
  if (!found) return c.notFound()
  const shown: ListedDecision | undefined =
    decision && (await listed(c.var.store, decision, memberOf(c).id))
  const page = DecisionPage({
    place: await deskPlace(c),
    consultation: found,
    decision: shown,
    fields: entered.fields ?? (shown ? fieldsOf(shown) : blankFields),
    citable: citable(
      new Map([
        ...(await citableFindings(c.var.store, found.id)),
        ...(shown?.findings ?? []).map(
          (finding) => [`${finding.audience}.${finding.table.id}`, finding] as const,
        ),
      ]),
    ),
    problem: entered.problem,
    progressProblem: entered.progressProblem,
    isRefused: entered.isRefused ?? false,
    saved: c.req.query('saved') !== undefined,
    mayHavePhoto: c.var.host.files !== undefined && c.var.host.redraw !== undefined,
  })
  return render(
    c,
    page,
    entered.problem || entered.progressProblem || entered.isRefused ? 422 : 200,
  )
}
