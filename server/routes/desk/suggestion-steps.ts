import { listTexts, releaseText, takeTextBack } from '../../../db/released-texts.ts'
import { archiveCard, restoreCard } from '../../../db/suggestion-cards.ts'
import { listSuggested } from '../../../db/suggestion-list.ts'
import type { Entered } from '../../../web/desk/suggestions/suggestion-forms.tsx'
import { tracesIn } from '../../../web/desk/texts/masks.ts'
import { by, staffRouter } from '../../desk/access/session.ts'
import { readForm, tidy } from '../../desk/form.ts'
import { keptOver, markOf, meanwhileBy } from '../../desk/meanwhile.ts'
import {
  type At,
  marksOf,
  suggestionForms,
  type Worded,
} from '../../desk/suggestions/suggestion-words.ts'
import { suggestionsPage } from '../../desk/suggestions/suggestions-page.ts'
import type { AppContext } from '../../host.ts'
import { isStorable } from '../../request/stored-text.ts'

/** What staff do with a suggestion, from the card to the wording for everybody. */
export const suggestionStepRoutes = staffRouter()

const one = '/c/:consultation/suggestions/:seq{[0-9]{1,15}}'
const longest = 1000
const longestLine = 60

suggestionStepRoutes.post(`${one}/card`, (c) => keep(c, 'card'))
suggestionStepRoutes.post(`${one}/assignment`, (c) => keep(c, 'assignment'))
suggestionStepRoutes.post(`${one}/reply`, (c) => keep(c, 'reply'))
suggestionStepRoutes.post(`${one}/wording`, (c) => keep(c, 'wording'))

suggestionStepRoutes.post(`${one}/archive`, async (c) => {
  const done = await archiveCard(c.var.store, placeOf(c), by(c))
  return done ? back(c) : c.notFound()
})

suggestionStepRoutes.post(`${one}/archive/removal`, async (c) => {
  const done = await restoreCard(c.var.store, placeOf(c), by(c))
  return done ? back(c) : c.notFound()
})

suggestionStepRoutes.post(`${one}/wording/release`, async (c) => {
  const found = await findWorded(c)
  if (!found) return c.notFound()
  const { seq, question } = found
  const proposedAt = Number((await readForm(c))('proposedAt'))
  const { consultationId } = placeOf(c)
  const { store } = c.var
  if (await releaseText(store, consultationId, { seq, question }, proposedAt, by(c))) return back(c)
  const problem = '这条的写法刚才有人改过，或者是自己写的，请再看一遍。'
  return suggestionsPage(c, { entered: { seq, form: 'wording', fields: {}, problem } })
})

suggestionStepRoutes.post(`${one}/wording/removal`, async (c) => {
  const found = await findWorded(c)
  if (!found) return c.notFound()
  const { seq, question } = found
  const done = await takeTextBack(c.var.store, placeOf(c).consultationId, { seq, question }, by(c))
  return done ? back(c) : c.notFound()
})

/** Keeps what was typed into one of the forms, or says what is wrong beside it. */
async function keep(c: AppContext, form: Entered['form']): Promise<Response> {
  const at = placeOf(c)
  const found = await findWorded(c)
  if (!found) return c.notFound()
  const rules = suggestionForms[form]
  const fields = await readFields(c, rules)
  const refuse = (problem: string) =>
    suggestionsPage(c, { entered: { seq: at.seq, form, fields, problem } })
  const isLong = tooLong(fields, rules.lines, longestLine) || tooLong(fields, rules.areas, longest)
  if (isLong) return refuse(`写得太长了：一行最多 ${longestLine} 个字，一段最多 ${longest} 个字。`)
  const problem = rules.problemWith(fields, found)
  if (problem) return refuse(problem)
  const told = fields[rules.told] ?? ''
  if (tracesIn(told).length > 0 && fields.seen !== told)
    return refuse('还没有保存：居民会看到的话里可能有个人信息。')

  const marks = { standing: marksOf(found)[form], typed: markOf(rules.words(fields)) }
  const save = () => rules.save(c.var.store, at, fields, by(c), found)
  if (await keptOver({ began: fields.began ?? '', ...marks }, save)) return back(c)
  const now = await findWorded(c)
  const mark = now ? marksOf(now)[form] : ''
  if (!now || mark === fields.began) return c.notFound()
  return suggestionsPage(c, {
    entered: {
      ...{ seq: at.seq, form, problem: '' },
      // What is sent next begins with what stands there now, and is shown beside it.
      fields: { ...fields, began: mark },
      meanwhile: await meanwhileBy(c, {
        object: `${at.consultationId}/${form === 'wording' ? `${now.question}/` : ''}${at.seq}`,
        actions: rules.actions,
      }),
    },
  })
}

async function readFields(
  c: AppContext,
  { lines, areas }: { lines: readonly string[]; areas: readonly string[] },
): Promise<Record<string, string>> {
  const field = await readForm(c)
  return Object.fromEntries([
    ...['began', ...lines].map((name) => [name, tidy(field(name))]),
    ...['seen', ...areas].map((name) => [name, tidy(field(name).replace(/\r\n?/g, '\n'))]),
  ])
}

const tooLong = (fields: Record<string, string>, names: readonly string[], most: number) =>
  names.some((name) => [...(fields[name] ?? '')].length > most || !isStorable(fields[name] ?? ''))

const placeOf = (c: AppContext): At => ({
  consultationId: c.req.param('consultation') ?? '',
  seq: Number(c.req.param('seq')),
})

function back(c: AppContext) {
  const { consultationId, seq } = placeOf(c)
  const query = `before=${seq + 1}&saved`
  return c.redirect(`/desk/c/${consultationId}/suggestions?${query}#s${seq}`, 303)
}

async function findWorded(c: AppContext): Promise<Worded | undefined> {
  const { consultationId, seq } = placeOf(c)
  const [found] = await listSuggested(c.var.store, consultationId, { only: [seq], limit: 1 })
  if (!found) return
  const wordings = await listTexts(c.var.store, consultationId, found.question)
  return { ...found, wording: wordings.find((text) => text.seq === seq)?.text }
}
