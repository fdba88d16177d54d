import { findConsultation } from '../../../db/consultations.ts'
import { listNeighbourhoods } from '../../../db/mailboxes.ts'
import { listSuggestions, replyToSuggestion } from '../../../db/suggestions.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { SuggestionsPage } from '../../../web/desk/suggestions/suggestions-page.tsx'
import { readForm, tidy } from '../../desk/form.ts'
import { deskPlace } from '../../desk/place.ts'
import { memberOf, staffRouter } from '../../desk/session.ts'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'
import { isStorable } from '../../request/stored-text.ts'

/** What residents propose, and what the committee says to it. */
export const suggestionRoutes = staffRouter()

const path = '/c/:consultation/suggestions'
const pageSize = 30
const longestReply = 1000

suggestionRoutes.get(path, (c) => suggestionsPage(c, c.req.param('consultation')))

suggestionRoutes.post(`${path}/:seq{[0-9]{1,15}}`, async (c) => {
  const { consultation, seq } = c.req.param()
  const field = await readForm(c)
  const state = field('state')
  const reply = tidy(field('reply').replace(/\r\n?/g, '\n'))
  const isGood = reply !== '' && [...reply].length <= longestReply && isStorable(reply)
  if (!isGood || (state !== 'answered' && state !== 'declined')) {
    return suggestionsPage(c, consultation, { seq: Number(seq), state, reply })
  }
  const said = { consultationId: consultation, seq: Number(seq), state, reply } as const
  const by = { at: c.var.now(), actor: memberOf(c).id }
  if (!(await replyToSuggestion(c.var.store, said, by))) return c.notFound()
  const before = Number(seq) + 1
  return c.redirect(`/desk/c/${consultation}/suggestions?before=${before}&saved#s${seq}`, 303)
})

async function suggestionsPage(
  c: AppContext,
  id: string,
  entered?: { seq: number; state: string; reply: string },
) {
  const { store } = c.var
  const consultation = await findConsultation(store, id)
  if (!consultation) return c.notFound()
  const asked = Number(c.req.query('before')) || undefined
  const before = entered ? entered.seq + 1 : asked
  const found = await listSuggestions(store, id, { limit: pageSize + 1, before })
  const areas = await listNeighbourhoods(store)
  const nameOf = (number: number | null) => {
    const area = areas.find(({ mailboxes }) => mailboxes.some((box) => box.number === number))
    return area && textIn(area.name, 'zh-CN')
  }
  const page = SuggestionsPage({
    place: await deskPlace(c),
    consultation: { id, title: textIn(consultation.title, 'zh-CN') },
    suggestions: found
      .slice(0, pageSize)
      .map((one) => ({ ...one, from: nameOf(one.mailboxNumber) })),
    older: found.length > pageSize ? found[pageSize - 1]?.seq : undefined,
    first: before === undefined,
    saved: c.req.query('saved') !== undefined,
    longest: longestReply,
    entered,
  })
  return render(c, page, entered ? 422 : 200)
}
