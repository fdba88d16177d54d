import { saveCoding } from '../../../db/codings.ts'
import { suggestCodes } from '../../../surveys/engine/open-text/suggest-codes.ts'
import { CodingPage, type CodingPageProps } from '../../../web/desk/texts/coding-page.tsx'
import { by, memberOf } from '../../desk/access/session.ts'
import { readForm } from '../../desk/form.ts'
import { copiesOf, nextUnread, pile, workbenchOf } from '../../desk/texts/coding.ts'
import { type TextsAsked, textsHead } from '../../desk/texts/open-texts.ts'
import { textsRouter } from '../../desk/texts/texts-router.ts'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'

/** Reading one text after the other and saying which codes fit. */
export const codingRoutes = textsRouter()

const path = '/coding'

codingRoutes.get(path, async (c, found) => {
  const round = c.req.query('round') === '2' ? 2 : 1
  return codingPage(c, found, {
    round,
    at: Number(c.req.query('at')) || undefined,
    after: Number(c.req.query('after')) || 0,
  })
})

codingRoutes.post(path, async (c, found) => {
  const { store } = c.var
  const field = await readForm(c)
  const round = field('round') === '2' ? 2 : 1
  const bench = await workbenchOf(store, found)
  const codes =
    field('as') === 'none'
      ? []
      : bench.codes.map(({ id }) => id).filter((id) => field(`code-${id}`) !== '')
  const texts = pile(bench, round, memberOf(c).id)
  const text = texts.find(({ seq }) => seq === Number(field('seq')))
  if (!text) return c.notFound()
  const again = { round, at: text.seq, after: 0, ticked: codes } as const
  if (codes.length === 0 && field('as') !== 'none')
    return codingPage(c, found, { ...again, problem: 'nothing' })
  const seqs = [text.seq, ...(round === 1 ? copiesOf(texts, text) : [])]
  if (!(await saveCoding(store, found.of, { seqs, round, codes }, by(c))))
    return codingPage(c, found, { ...again, problem: 'refused' })
  return c.redirect(`${c.req.path}?after=${text.seq}${round === 2 ? '&round=2' : ''}`, 303)
})

interface Wanted {
  round: 1 | 2
  at: number | undefined
  after: number
  ticked?: readonly string[]
  problem?: CodingPageProps['problem']
}

async function codingPage(c: AppContext, found: TextsAsked, wanted: Wanted) {
  const { round, at, after, problem } = wanted
  const bench = await workbenchOf(c.var.store, found)
  const texts = pile(bench, round, memberOf(c).id)
  const place = at === undefined ? -1 : texts.findIndex(({ seq }) => seq === at)
  const text = texts[place] ?? nextUnread(texts, round, after)
  const here = text ? texts.indexOf(text) : -1
  const reading = text?.readings[round]
  // A second reader is told nothing that could sway them.
  const hints = text && round === 1 ? suggestCodes(text.text, bench.codes) : []
  const page = CodingPage({
    head: await textsHead(c, found),
    round,
    codes: bench.codes,
    text: text && {
      seq: text.seq,
      text: text.text,
      copies: round === 1 ? copiesOf(texts, text).length : 0,
    },
    ticked:
      wanted.ticked ?? (round === 1 ? text?.readings[3] : undefined)?.codes ?? reading?.codes ?? [],
    isRead: reading !== undefined,
    hints: new Map(hints.map(({ id, words }) => [id, words])),
    done: texts.filter(({ readings }) => readings[round]).length,
    all: texts.length,
    previous: texts[here - 1]?.seq,
    next: here < 0 ? undefined : texts[here + 1]?.seq,
    problem,
  })
  return render(c, page, problem ? 422 : 200)
}
