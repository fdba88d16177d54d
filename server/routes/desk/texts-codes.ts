import { addCode, changeCode, listCodes, removeCode } from '../../../db/codebooks.ts'
import { listCodings, settled } from '../../../db/codings.ts'
import { mostCodes } from '../../../surveys/engine/open-text/coded-question.ts'
import { ruleWords } from '../../../surveys/engine/open-text/suggest-codes.ts'
import { CodesPage, type EnteredCode } from '../../../web/desk/texts/codes-page.tsx'
import { readForm, tidy } from '../../desk/form.ts'
import {
  findTexts,
  readLexicon,
  type TextsAsked,
  textsHead,
  textsOf,
  wordsIn,
} from '../../desk/open-texts.ts'
import { memberOf, staffRouter } from '../../desk/session.ts'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'
import { isStorable } from '../../request/stored-text.ts'

/** What the answers to a text question are gathered under. */
export const codeRoutes = staffRouter()

const path = '/c/:consultation/texts/:audience{[a-z]+}/:question/codes'
const one = `${path}/:category{c[0-9]{1,4}}`

codeRoutes.get(path, async (c) => {
  const found = await findTexts(c, c.req.param())
  return found ? codesPage(c, found) : c.notFound()
})

codeRoutes.post(path, (c) => save(c, c.req.param(), ''))
codeRoutes.post(one, (c) => save(c, c.req.param(), c.req.param('category')))
codeRoutes.post(`${one}/removal`, (c) => move(c, c.req.param(), true))
codeRoutes.post(`${one}/return`, (c) => move(c, c.req.param(), false))

type Address = Record<'consultation' | 'audience' | 'question', string>

/** Keeps a new code, or other words for an old one. */
async function save(c: AppContext, address: Address, id: string) {
  const found = await findTexts(c, address)
  if (!found) return c.notFound()
  const { store } = c.var
  const field = await readForm(c)
  const words = {
    name: tidy(field('name')),
    description: tidy(field('description')),
    rules: ruleWords(field('rules').normalize('NFC')).join('\n'),
  }
  const others = (await listCodes(store, found.of)).filter((code) => code.id !== id)
  const entered = (problem: EnteredCode['problem']) =>
    codesPage(c, found, { ...words, id, problem })
  if (words.name === '' || [...words.name].length > 40 || !isStorable(words.name))
    return entered('name')
  const isLong = words.description.length > 400 || words.rules.length > 2000
  if (isLong || !isStorable(words.description + words.rules)) return entered('long')
  if (others.some(({ name, removed }) => !removed && name === words.name)) return entered('same')
  const by = { at: c.var.now(), actor: memberOf(c).id }
  const isKept =
    id === ''
      ? await addCode(store, found.of, words, mostCodes, by)
      : await changeCode(store, found.of, id, words, by)
  if (!isKept) return id === '' ? entered('many') : c.notFound()
  return c.redirect(`${c.req.path.replace(/\/c\d+$/, '')}?saved`, 303)
}

async function move(c: AppContext, address: Address & { category: string }, removed: boolean) {
  const found = await findTexts(c, address)
  if (!found) return c.notFound()
  const by = { at: c.var.now(), actor: memberOf(c).id }
  if (!(await removeCode(c.var.store, found.of, address.category, removed, mostCodes, by)))
    return c.notFound()
  return c.redirect(`${c.req.path.replace(/\/c\d+\/\w+$/, '')}?saved`, 303)
}

async function codesPage(c: AppContext, found: TextsAsked, entered?: EnteredCode) {
  const { store } = c.var
  const codings = settled(await listCodings(store, found.of))
  const times = new Map<string, number>()
  for (const codes of codings.values())
    for (const code of codes) times.set(code, (times.get(code) ?? 0) + 1)
  const codes = await listCodes(store, found.of)
  const page = CodesPage({
    head: await textsHead(c, found),
    k: found.k,
    codes: codes.map((code) => ({ ...code, texts: told(times.get(code.id) ?? 0, found.k) })),
    most: mostCodes,
    saved: c.req.query('saved') !== undefined,
    often: codes.length > 0 ? [] : await often(c, found),
    entered,
  })
  return render(c, page, entered ? 422 : 200)
}

// As on the page of results, where codes are shares of people.
const told = (texts: number, k: number) => (texts > 0 && texts < k ? null : texts)

async function often(c: AppContext, found: TextsAsked): Promise<string[]> {
  const { store } = c.var
  const texts = await textsOf(store, found)
  const { words } = wordsIn(store, found.of, texts, await readLexicon(store), found.k)
  return words.slice(0, 8).map(({ word }) => word)
}
