import { writeAudited } from '../../../db/audit.ts'
import { findConsultation } from '../../../db/consultations.ts'
import { workingCalendar } from '../../../db/holidays.ts'
import { listNeighbourhoods } from '../../../db/mailboxes.ts'
import { proposeText, releaseText, takeTextBack } from '../../../db/released-texts.ts'
import { countSuggested, listSuggested, type Suggested } from '../../../db/suggested.ts'
import { answerCard, archiveCard, assignCard, registerCard } from '../../../db/suggestion-cards.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { lastYearOf } from '../../../surveys/engine/working-days.ts'
import type { PasswordProblem } from '../../../web/desk/password-again.tsx'
import { outcomes, places, uses } from '../../../web/desk/suggestions/suggested.ts'
import type { Entered } from '../../../web/desk/suggestions/suggestion-forms.tsx'
import { SuggestionsPage } from '../../../web/desk/suggestions/suggestions-page.tsx'
import { tracesIn } from '../../../web/desk/texts/masks.ts'
import { cardMark } from '../../desk/card-mark.ts'
import { downloadHeaders } from '../../desk/csv.ts'
import { readForm, tidy } from '../../desk/form.ts'
import { notAllowed } from '../../desk/not-allowed.ts'
import { may } from '../../desk/permissions.ts'
import { deskPlace } from '../../desk/place.ts'
import { isPlanDay } from '../../desk/plan-day.ts'
import { sameCounts } from '../../desk/same-suggestions.ts'
import { memberOf, staffRouter } from '../../desk/session.ts'
import { isConfirmed, stepUp } from '../../desk/step-up.ts'
import { allSuggested, lateness, ledgerCsv, listedSuggestions } from '../../desk/suggested.ts'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'
import { isStorable } from '../../request/stored-text.ts'

/** What residents propose, from receipt to reply. */
export const suggestionRoutes = staffRouter()

const path = '/c/:consultation/suggestions'
const one = `${path}/:seq{[0-9]{1,15}}`
const pageSize = 30
const longest = 1000
const longestLine = 60

suggestionRoutes.get(path, (c) => suggestionsPage(c))

/** What residents wrote, as they wrote it: the same door as for single answers. */
suggestionRoutes.post(`${path}/register`, async (c) => {
  if (!may(memberOf(c).role, 'export responses')) return notAllowed(c)
  const id = c.req.param('consultation')
  const consultation = await findConsultation(c.var.store, id)
  if (!consultation) return c.notFound()
  const wrong = await stepUp(c, (await readForm(c))('password'))
  if (wrong) return suggestionsPage(c, undefined, wrong)
  const entry = { ...by(c), action: 'export suggestions', object: id }
  await writeAudited(c.var.store, entry, [])
  const all = await allSuggested(c.var.store, id)
  const same = await sameCounts(c.var.store, consultation, all)
  const areas = await listNeighbourhoods(c.var.store)
  const headers = downloadHeaders(`${id}-suggestions.csv`, 'text/csv; charset=utf-8')
  return c.body(ledgerCsv(all, areas, same), 200, headers)
})

suggestionRoutes.post(`${one}/card`, (c) =>
  step(
    c,
    'card',
    ['subject', 'category', 'place', 'began'],
    ['matter', 'proposal', 'note'],
    async (fields, at) => {
      const {
        subject = '',
        category = '',
        place = '',
        matter = '',
        proposal = '',
        note = '',
      } = fields
      if (subject === '') return '请用一句话写出主题。'
      const words = { subject, category, place, matter, proposal, note }
      const found = await suggestionOf(c, at.seq)
      if (!found) return false
      const isFresh = (fields.began ?? '') === cardMark(found.card)
      if (isFresh && (await registerCard(c.var.store, at, words, by(c), found.card))) return true
      // What is sent next begins with what stands there now, and is shown beside it.
      fields.began = cardMark((await suggestionOf(c, at.seq))?.card)
      return stale
    },
  ),
)

const stale =
  '没有保存：您写的时候，另有人改过这张卡。上面列的是现在存着的，下面是您写的；请合成一份再保存。'

suggestionRoutes.post(`${one}/assignment`, (c) =>
  step(c, 'assignment', ['unit', 'dueOn'], ['handling'], async (fields, at) => {
    const { unit = '', dueOn = '', handling = '' } = fields
    if (unit === '' || dueOn === '') return '请写承办单位，选一个期限。'
    if (!isPlanDay(dueOn))
      return '期限不对：请写日历上有的一天，像 2026-03-02，在 2000 年到 2100 年之间。'
    const found = await suggestionOf(c, at.seq)
    if (found?.card?.category === '') return '还没有梳理：先在登记的内容里写上类别，再交办。'
    return assignCard(c.var.store, at, { unit, dueOn, handling }, by(c))
  }),
)

suggestionRoutes.post(`${one}/reply`, (c) =>
  step(c, 'reply', ['outcome', 'adoptedAs'], ['reply'], async (fields, at) => {
    const { adoptedAs = '', reply = '' } = fields
    const outcome = outcomes.find((known) => known === fields.outcome)
    if (!outcome || reply === '') return '请选一种答复，并写几句；不采纳要写原因。'
    const isTaken = outcome === 'adopted' || outcome === 'partly'
    if (isTaken && !Object.hasOwn(uses, adoptedAs)) return '采纳了，请选采纳去向。'
    const found = await suggestionOf(c, at.seq)
    if (found?.card && found.card.unit === null && outcome !== 'routed')
      return '还没有交办：先写承办单位（居委会自己办也写上），再答复。'
    const said = { outcome, reply, adoptedAs: isTaken ? adoptedAs : null }
    return answerCard(c.var.store, at, said, by(c))
  }),
)

suggestionRoutes.post(`${one}/archive`, (c) =>
  step(c, 'card', [], [], (_, at) => archiveCard(c.var.store, at, by(c))),
)

suggestionRoutes.post(`${one}/wording`, (c) =>
  step(c, 'wording', [], ['text', 'seen'], async ({ text = '', seen }, at) => {
    const question = await questionOf(c, at.seq)
    if (text === '') return '请写出公开的写法。'
    if (tracesIn(text).length > 0 && seen !== text) return '还没有交给同事：里面可能有个人信息。'
    if (question === undefined) return false
    const { consultationId, seq } = at
    return proposeText(c.var.store, consultationId, { seq, question }, text, by(c))
  }),
)

suggestionRoutes.post(`${one}/wording/release`, (c) =>
  step(c, 'wording', ['proposedAt'], [], async ({ proposedAt }, { consultationId, seq }) => {
    const question = await questionOf(c, seq)
    if (question === undefined) return false
    const place = { seq, question }
    const done = await releaseText(c.var.store, consultationId, place, Number(proposedAt), by(c))
    return done || '这条的写法刚才有人改过，或者是自己写的，请再看一遍。'
  }),
)

suggestionRoutes.post(`${one}/wording/removal`, (c) =>
  step(c, 'wording', [], [], async (_, { consultationId, seq }) => {
    const question = await questionOf(c, seq)
    if (question === undefined) return false
    return takeTextBack(c.var.store, consultationId, { seq, question }, by(c))
  }),
)

const by = (c: AppContext) => ({ at: c.var.now(), actor: memberOf(c).id })

interface At {
  consultationId: string
  seq: number
}

/** Reads a form of lines and longer texts, does what it asks for, and says what is wrong beside what was typed. */
async function step(
  c: AppContext,
  form: Entered['form'],
  lines: readonly string[],
  areas: readonly string[],
  act: (fields: Record<string, string>, at: At) => Promise<boolean | string>,
): Promise<Response> {
  const { consultation: consultationId = '', seq = '' } = c.req.param()
  const field = await readForm(c)
  const fields = Object.fromEntries([
    ...lines.map((name) => [name, tidy(field(name))]),
    ...areas.map((name) => [name, tidy(field(name).replace(/\r\n?/g, '\n'))]),
  ]) as Record<string, string>
  const tooLong = (names: readonly string[], most: number) =>
    names.some((name) => [...(fields[name] ?? '')].length > most || !isStorable(fields[name] ?? ''))
  const isLong = tooLong(lines, longestLine) || tooLong(areas, longest)
  const outcome = isLong
    ? `写得太长了：一行最多 ${longestLine} 个字，一段最多 ${longest} 个字。`
    : await act(fields, { consultationId, seq: Number(seq) })
  if (outcome === false) return c.notFound()
  if (typeof outcome === 'string') {
    return suggestionsPage(c, { seq: Number(seq), form, fields, problem: outcome })
  }
  const before = Number(seq) + 1
  return c.redirect(
    `/desk/c/${consultationId}/suggestions?before=${before}&saved#s${Number(seq)}`,
    303,
  )
}

async function suggestionOf(c: AppContext, seq: number): Promise<Suggested | undefined> {
  const id = c.req.param('consultation') ?? ''
  const [found] = await listSuggested(c.var.store, id, { only: [seq], limit: 1 })
  return found
}

const questionOf = async (c: AppContext, seq: number) => (await suggestionOf(c, seq))?.question

async function suggestionsPage(c: AppContext, entered?: Entered, wrong?: PasswordProblem) {
  const { store } = c.var
  const id = c.req.param('consultation') ?? ''
  const consultation = await findConsultation(store, id)
  if (!consultation) return c.notFound()
  const at = places.find((one) => one === c.req.query('at'))
  const before = entered ? entered.seq + 1 : Number(c.req.query('before')) || undefined
  const late = await lateness(store, c.var.now())
  const wanted = { at, late, before, limit: pageSize + 1 }
  const found = await listSuggested(store, id, wanted)
  const areas = await listNeighbourhoods(store)
  const about = { areas, now: c.var.now(), memberId: memberOf(c).id }
  const page = SuggestionsPage({
    place: await deskPlace(c),
    consultation: { id, title: textIn(consultation.title, 'zh-CN') },
    suggestions: await listedSuggestions(store, id, found.slice(0, pageSize), about),
    ...{ at, entered, first: before === undefined, saved: c.req.query('saved') !== undefined },
    counts: await countSuggested(store, id, late),
    older: found.length > pageSize ? found[pageSize - 1]?.seq : undefined,
    calendarEnds: lastYearOf(await workingCalendar(store)),
    mayExport: may(memberOf(c).role, 'export responses'),
    ...{ asksPassword: !isConfirmed(c), wrongPassword: wrong },
  })
  return render(c, page, entered || wrong ? 422 : 200)
}
