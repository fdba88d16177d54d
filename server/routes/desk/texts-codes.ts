import {
  addCode,
  type Code,
  type CodeWords,
  changeCode,
  codeObject,
  listCodes,
  removeCode,
  restoreCode,
} from '../../../db/codebooks.ts'
import { listCodings, settled } from '../../../db/codings.ts'
import { mostCodes } from '../../../surveys/engine/open-text/coded-question.ts'
import { ruleWords } from '../../../surveys/engine/open-text/suggest-codes.ts'
import { CodesPage, type EnteredCode } from '../../../web/desk/texts/codes-page.tsx'
import { by } from '../../desk/access/session.ts'
import { readForm, tidy } from '../../desk/form.ts'
import { keptOver, markOf, meanwhileBy } from '../../desk/meanwhile.ts'
import {
  readLexicon,
  type TextsAsked,
  textsHead,
  textsOf,
  wordsIn,
} from '../../desk/texts/open-texts.ts'
import { textsRouter } from '../../desk/texts/texts-router.ts'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'
import { isStorable } from '../../request/stored-text.ts'

/** What the answers to a text question are gathered under. */
export const codeRoutes = textsRouter()

const path = '/codes'
const one = `${path}/:category{c[0-9]{1,4}}`

codeRoutes.get(path, (c, found) => codesPage(c, found))

codeRoutes.post(path, (c, found) => save(c, found, ''))
codeRoutes.post(one, (c, found) => save(c, found, c.req.param('category') ?? ''))
codeRoutes.post(`${one}/removal`, (c, found) => move(c, found, true))
codeRoutes.post(`${one}/return`, (c, found) => move(c, found, false))

/** Keeps a new code, or other words for an old one. */
async function save(c: AppContext, found: TextsAsked, id: string) {
  const { of } = found
  const { words, began } = readWords(await readForm(c))
  const codes = await listCodes(c.var.store, of)
  const problem = problemWith(words, id, codes)
  if (id === '') {
    // Sent twice, it stands there already.
    const isThere = codes.some((code) => !code.removed && codeMark(code) === codeMark(words))
    const isAdded = !problem && (await addCode(c.var.store, of, words, mostCodes, by(c)))
    if (isThere || isAdded) return back(c)
    return codesPage(c, found, { ...words, id, problem: problem ?? 'many' })
  }
  const before = codes.find((code) => code.id === id)
  if (!before) return c.notFound()
  if (problem) return codesPage(c, found, { ...words, id, problem, began })
  const typed = codeMark({ ...words, removed: before.removed })
  const save = () => changeCode(c.var.store, of, words, by(c), before)
  if (await keptOver({ began, standing: codeMark(before), typed }, save)) return back(c)
  const deed = {
    object: codeObject(of, id),
    actions: ['change code', 'remove code', 'restore code'],
  }
  // What is sent next begins with what stands there now, and is shown beside it.
  return codesPage(c, found, { ...words, id, meanwhile: await meanwhileBy(c, deed) })
}

function readWords(field: (name: string) => string) {
  const words = {
    name: tidy(field('name')),
    description: tidy(field('description')),
    rules: ruleWords(field('rules').normalize('NFC')).join('\n'),
  }
  return { words, began: field('began') }
}

function problemWith(
  { name, description, rules }: CodeWords,
  id: string,
  codes: readonly Code[],
): EnteredCode['problem'] {
  if (name === '' || [...name].length > 40 || !isStorable(name)) return 'name'
  const isLong = description.length > 400 || rules.length > 2000
  if (isLong || !isStorable(description + rules)) return 'long'
  const isTaken = codes.some((code) => code.id !== id && !code.removed && code.name === name)
  return isTaken ? 'same' : undefined
}

/** Which words stand there; those of a code that was taken away are others. */
const codeMark = ({ name, description, rules, removed = false }: CodeWords & Partial<Code>) =>
  markOf([name, description, rules, removed])

const back = (c: AppContext) =>
  c.redirect(`${c.req.path.replace(/\/c\d+(\/\w+)?$/, '')}?saved`, 303)

async function move(c: AppContext, found: TextsAsked, isRemoval: boolean) {
  const codes = await listCodes(c.var.store, found.of)
  const code = codes.find(({ id }) => id === c.req.param('category'))
  if (!code) return c.notFound()
  const isMoved = isRemoval
    ? await removeCode(c.var.store, found.of, code.id, by(c))
    : await restoreCode(c.var.store, found.of, code, mostCodes, by(c))
  if (isMoved) return back(c)
  const problem = problemWith(code, code.id, codes) ?? 'many'
  return codesPage(c, found, { ...code, problem })
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
    codes: codes.map((code) => ({
      ...{ ...code, mark: codeMark(code) },
      texts: told(times.get(code.id) ?? 0, found.k),
    })),
    most: mostCodes,
    saved: c.req.query('saved') !== undefined,
    often: codes.length > 0 ? [] : await often(c, found),
    entered,
  })
  if (entered?.meanwhile) return render(c, page, 409)
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
