import { type FilledIn, findConsultation, saveParticulars } from '../../../db/consultations.ts'
import { noParticulars } from '../../../db/particulars.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import type { Meanwhile } from '../../../web/desk/meanwhile.tsx'
import {
  correctionLengths,
  type Particular,
  ParticularsPage,
  particularLabels,
} from '../../../web/desk/overview/particulars-page.tsx'
import { by, staffRouter } from '../../desk/access/session.ts'
import { readForm, tidy } from '../../desk/form.ts'
import { keptOver, markOf, meanwhileBy } from '../../desk/meanwhile.ts'
import { deskPlace } from '../../desk/place.ts'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'

/** What only the committee can fill in: whom to ring, where, and how long an answer can be corrected. */
export const particularsRoutes = staffRouter()

const path = '/c/:consultation/particulars'
const longest = 300

particularsRoutes.get(path, (c) => page(c))

particularsRoutes.post(path, async (c) => {
  const before = await findConsultation(c.var.store, c.req.param('consultation'))
  if (!before) return c.notFound()
  const field = await readForm(c)
  const typed = readFilledIn(field, before)
  const began = field('began')
  const tooLong = names.find((name) => typed.particulars[name].length > longest)
  if (tooLong) return page(c, { typed, began, problem: tooLong })
  const marks = { began, standing: filledMark(before), typed: filledMark(typed) }
  const save = () => saveParticulars(c.var.store, before.id, typed, by(c), before)
  if (await keptOver(marks, save)) return saved(c, typed)
  const deed = { object: before.id, actions: ['change particulars'] }
  // What is sent next begins with what stands there now, and is shown beside it.
  return page(c, { typed, meanwhile: await meanwhileBy(c, deed) })
})

const names = Object.keys(particularLabels) as Particular[]

function readFilledIn(field: (name: string) => string, before: FilledIn): FilledIn {
  const particulars = { ...noParticulars }
  for (const name of names) particulars[name] = tidy(field(name))
  const lengths = [...correctionLengths.map(([minutes]) => minutes), before.correctionMinutes]
  const chosen = lengths.find((minutes) => String(minutes) === field('correctionMinutes'))
  return { particulars, correctionMinutes: chosen ?? before.correctionMinutes }
}

const filledMark = ({ particulars, correctionMinutes }: FilledIn) =>
  markOf([...names.map((name) => particulars[name]), correctionMinutes])

async function saved(c: AppContext, { correctionMinutes }: FilledIn) {
  const now = await findConsultation(c.var.store, c.req.param('consultation') ?? '')
  const isPromised = now?.correctionMinutes !== correctionMinutes
  return c.redirect(`${c.req.path}?saved${isPromised ? '&promised' : ''}`, 303)
}

interface Entered {
  typed: FilledIn
  /** Which words it began with, where those still stand. */
  began?: string
  problem?: Particular
  meanwhile?: Meanwhile
}

async function page(c: AppContext, entered?: Entered) {
  const consultation = await findConsultation(c.var.store, c.req.param('consultation') ?? '')
  if (!consultation) return c.notFound()
  const { typed = consultation, began, problem, meanwhile } = entered ?? {}
  const shown = ParticularsPage({
    place: await deskPlace(c),
    consultation: { id: consultation.id, title: textIn(consultation.title, 'zh-CN') },
    filled: typed,
    mark: began ?? filledMark(consultation),
    saved: c.req.query('saved') !== undefined,
    promised: c.req.query('promised') !== undefined,
    opened: c.req.query('opened') !== undefined,
    problem,
    clash: meanwhile && { meanwhile, stored: consultation },
  })
  if (meanwhile) return render(c, shown, 409)
  return render(c, shown, problem ? 422 : 200)
}
