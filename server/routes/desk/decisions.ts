import {
  addDecision,
  discardDecision,
  listDecisions,
  publishDecision,
  rewriteDecision,
} from '../../../db/decisions.ts'
import { DecisionsPage } from '../../../web/desk/decisions/decisions-page.tsx'
import { publicWords } from '../../../web/desk/decisions/told-decision.tsx'
import { tracesIn } from '../../../web/desk/texts/masks.ts'
import { by, memberOf, staffRouter } from '../../desk/access/session.ts'
import {
  backTo,
  consultationOf,
  decisionOf,
  decisionPage,
} from '../../desk/decisions/decision-page.ts'
import { citableFindings, listed, readDecision, wordsMark } from '../../desk/decisions/decisions.ts'
import { readForm } from '../../desk/form.ts'
import { keptOver, meanwhileBy } from '../../desk/meanwhile.ts'
import { deskPlace } from '../../desk/place.ts'
import { render } from '../../request/render.ts'

/** The ledger of decisions: written by one, published by another. */
export const decisionRoutes = staffRouter()

const path = '/c/:consultation/decisions'
const one = `${path}/:decision{[0-9a-f-]{36}}` as const

decisionRoutes.get(path, async (c) => {
  const found = await consultationOf(c)
  if (!found) return c.notFound()
  const all = await listDecisions(c.var.store, found.id)
  const decisions = await Promise.all(all.map((each) => listed(c.var.store, each, memberOf(c).id)))
  return render(c, DecisionsPage({ place: await deskPlace(c), consultation: found, decisions }))
})

decisionRoutes.get(`${path}/new`, (c) => decisionPage(c, undefined))

decisionRoutes.post(`${path}/new`, async (c) => {
  const found = await consultationOf(c)
  if (!found) return c.notFound()
  const findings = await citableFindings(c.var.store, found.id)
  const { fields, read } = readDecision(await readForm(c), findings)
  if ('problem' in read) return decisionPage(c, undefined, { fields, problem: read.problem })
  const id = await addDecision(c.var.store, found.id, read, by(c))
  return c.redirect(`/desk/c/${found.id}/decisions/${id}?saved`, 303)
})

decisionRoutes.get(one, async (c) => {
  const decision = await decisionOf(c)
  return decision ? decisionPage(c, decision) : c.notFound()
})

decisionRoutes.post(one, async (c) => {
  const decision = await decisionOf(c)
  if (!decision) return c.notFound()
  const findings = await citableFindings(c.var.store, decision.consultationId)
  const { findings: before } = await listed(c.var.store, decision, memberOf(c).id)
  const { fields, read } = readDecision(await readForm(c), findings, before)
  if ('problem' in read) return decisionPage(c, decision, { fields, problem: read.problem })
  const marks = { standing: wordsMark(decision), typed: wordsMark(read) }
  const save = () => rewriteDecision(c.var.store, decision, read, by(c))
  if (await keptOver({ began: fields.began ?? '', ...marks }, save)) return backTo(c, decision)
  const now = await decisionOf(c)
  if (!now) return c.notFound()
  const meanwhile = await meanwhileBy(c, {
    object: `${now.consultationId}/${now.id}`,
    actions: ['write decision', 'rewrite decision'],
  })
  // What is sent next begins with what stands there now, and is shown beside it.
  return decisionPage(c, now, { fields: { ...fields, began: wordsMark(now) }, meanwhile })
})

decisionRoutes.post(`${one}/publication`, async (c) => {
  const decision = await decisionOf(c)
  if (!decision) return c.notFound()
  const field = await readForm(c)
  const writtenAt = field('writtenAt')
  // The tick holds for the words it stood beside, as the button does.
  const tells = tracesIn(publicWords(decision)).length > 0
  if (tells && field('seen') !== writtenAt) return decisionPage(c, decision, { refused: 'traces' })
  const done = await publishDecision(c.var.store, decision, Number(writtenAt), by(c))
  if (!done) return decisionPage(c, decision, { refused: 'changed' })
  if (done.replaced) await c.var.host.files?.delete(done.replaced)
  return backTo(c, decision)
})

decisionRoutes.post(`${one}/removal`, async (c) => {
  const decision = await decisionOf(c)
  if (!decision || decision.publishedAt !== null) return c.notFound()
  await discardDecision(c.var.store, decision, by(c))
  return c.redirect(`/desk/c/${decision.consultationId}/decisions`, 303)
})
