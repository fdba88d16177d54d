import {
  type Arbitrary,
  array,
  assert,
  asyncProperty,
  constantFrom,
  nat,
  oneof,
  record,
} from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { resident, system } from '../../db/audit.ts'
import { checkColumns } from '../../db/check-columns.ts'
import { type Circumstances, findCircumstances } from '../../db/circumstances.ts'
import { forgetColumns, rebuildColumns, versionColumns } from '../../db/columns.ts'
import { findConsultation, openConsultation } from '../../db/consultations.ts'
import { decideExclusion, proposeExclusion } from '../../db/exclusions.ts'
import { correctResponse, deleteResponse } from '../../db/response-changes.ts'
import { eachResponse, saveResponse } from '../../db/responses.ts'
import { sealDueChunks } from '../../db/sealing.ts'
import type { Store } from '../../db/store.ts'
import { newestTexts, writtenTexts } from '../../db/written-texts.ts'
import type { Answer } from '../../surveys/engine/answers.ts'
import { type Columns, encodeColumns } from '../../surveys/engine/columns.ts'
import { keptTally } from '../../surveys/engine/kept-counts.ts'
import { questionsOf } from '../../surveys/engine/questions.ts'
import { everythingKept } from '../surveys/engine/everything-kept.ts'
import { tallyAll } from '../surveys/engine/tally-all.ts'
import { sample, yard } from './sample.ts'
import { engines, keyed, newResponse, now } from './stores.ts'

type Answers = Record<string, Answer>
type Step =
  | { do: 'save'; answers: Answers }
  | { do: 'correct'; which: number; answers: Answers }
  | { do: 'delete'; which: number }
  | { do: 'exclude' | 'count again'; which: number }
  | { do: 'seal'; size: number }
  | { do: 'look' }

const answers: Arbitrary<Answers> = record(
  {
    Q1: constantFrom('a', 'b', 'c'),
    Q2: constantFrom<string[][]>(['seats'], ['trees', 'seats'], ['other']),
    Q3: constantFrom('good', 'bad', 'unknown'),
    Q4: nat({ max: 20 }),
    Q5: constantFrom('', '树'),
  },
  { requiredKeys: [] },
)

const steps: Arbitrary<Step[]> = array(
  oneof(
    { weight: 6, arbitrary: record({ do: constantFrom('save' as const), answers }) },
    {
      weight: 2,
      arbitrary: record({ do: constantFrom('correct' as const), which: nat(), answers }),
    },
    { weight: 2, arbitrary: record({ do: constantFrom('delete' as const), which: nat() }) },
    {
      weight: 3,
      arbitrary: record({
        do: constantFrom('exclude' as const, 'count again' as const),
        which: nat(),
      }),
    },
    {
      weight: 2,
      arbitrary: record({ do: constantFrom('seal' as const), size: constantFrom(1, 3, 5) }),
    },
    { weight: 3, arbitrary: record({ do: constantFrom('look' as const) }) },
  ),
  { minLength: 5, maxLength: 40 },
)

describe.each(engines)('on $name', ({ open }) => {
  let store: Store
  let end = async () => {}
  let versionId = 0

  beforeAll(async () => {
    ;({ store, end } = await open())
    await openConsultation(store, sample, system(now))
    versionId = (await findConsultation(store, 'yard'))?.editions[0]?.versionId ?? 0
  })
  afterAll(() => end())

  const newest = (found: Columns) => newestTexts(store, versionId, 'Q5', found)
  const written = () => writtenTexts(store, versionId, 'Q5', { limit: 51 })
  const columns = () => versionColumns(store, versionId, yard)

  test('results are exactly what is stored and counts, whatever was sent, corrected, deleted, excluded and sealed', async () => {
    await assert(
      asyncProperty(steps, async (all) => {
        await empty()
        const locators: string[] = []
        for (const step of all) await take(step, locators)
        const found = await columns()
        expect(plain(found)).toEqual(plain(await recount()))
        expect(kept(found)).toEqual(tallyAll(yard, await recount()))
        expect(everythingKept(yard, found)).toEqual(everythingKept(yard, await recount()))
        expect(await newest(found)).toEqual(await written())
        expect(inOrder(await findCircumstances(store, versionId, found))).toEqual(await retold())
        await rebuildColumns(store)
        expect(plain(await columns())).toEqual(plain(found))
      }),
      { numRuns: store.alone ? 40 : 12 },
    )
  }, 120_000)

  test('a chunk made from an answer that was deleted meanwhile is not stored', async () => {
    await empty()
    const locators: string[] = []
    for (let i = 0; i < 3; i++) await take({ do: 'save', answers: { Q1: 'a' } }, locators)
    const late: Store = {
      ...store,
      write: async (statements) => {
        await take({ do: 'delete', which: 1 }, locators)
        return store.write(statements)
      },
    }
    expect(await sealDueChunks(late, versionId, yard, 3)).toBe(0)
    expect((await columns()).count).toBe(2)
  })

  test('two hosts that seal at once store each chunk once', async () => {
    await empty()
    for (let i = 0; i < 9; i++) await take({ do: 'save', answers: { Q1: 'b' } }, [])
    const sealed = await Promise.all([1, 2, 3].map(() => sealDueChunks(store, versionId, yard, 3)))
    expect(sealed.reduce((sum, n) => sum + n, 0)).toBe(3)
    forgetColumns(store, versionId)
    expect((await columns()).count).toBe(9)
  })

  test('the nightly check finds a chunk that lies and puts it right', async () => {
    await empty()
    for (let i = 0; i < 6; i++) await take({ do: 'save', answers: { Q1: 'a' } }, [])
    await sealDueChunks(store, versionId, yard, 3)
    expect(await checkColumns(store)).toEqual({ checked: 2, repaired: 0 })
    const right = plain(await recount())
    await store.write([
      "UPDATE responses SET answers = json_set(answers, '$.Q1', 'b') WHERE seq = (SELECT max(seq) FROM responses)",
    ])
    expect(await checkColumns(store)).toEqual({ checked: 2, repaired: 1 })
    const found = plain(await columns())
    expect(found).toEqual(plain(await recount()))
    expect(found).not.toEqual(right)
  })

  async function take(step: Step, locators: string[]) {
    switch (step.do) {
      case 'save': {
        const filled = { answers: step.answers, others: {} }
        const mailboxNumber = locators.length % 3 === 0 ? null : 1
        const came = locators.length % 5
        const response = newResponse(versionId, {
          ...{ filled, mailboxNumber },
          ...(came > 0 && { seconds: 60 * came }),
          ...(came > 2 && { assistance: { consented: came === 3 ? 'unrecorded' : true } }),
        })
        locators.push(response.locator)
        await saveResponse(store, response)
        return
      }
      case 'correct': {
        const locator = locators[step.which % locators.length]
        if (locator)
          await correctResponse(store, locator, { answers: step.answers, others: {} }, now)
        return
      }
      case 'delete': {
        const [locator] = locators.splice(step.which % (locators.length || 1), 1)
        if (locator) await deleteResponse(store, locator, keyed, resident(now))
        return
      }
      case 'exclude':
      case 'count again':
        return exclude(step, locators[step.which % locators.length])
      case 'seal':
        await sealDueChunks(store, versionId, yard, step.size)
        // Forgetting makes the next look read the chunks and not what is in memory.
        return forgetColumns(store, versionId)
      case 'look':
        // What is kept now is what later responses are added to.
        everythingKept(yard, await columns())
        await newest(await columns())
        await findCircumstances(store, versionId, await columns())
    }
  }

  async function exclude(step: Step, locator: string | undefined) {
    const { rows } = await store.read('SELECT seq FROM responses WHERE locator = ?', [
      locator ?? '',
    ])
    const seq = Number(rows[0]?.seq ?? 0)
    if (step.do === 'exclude') {
      await proposeExclusion(store, versionId, seq, '…', { at: now, actor: 'one' })
      await decideExclusion(store, versionId, seq, 'excluded', { at: now, actor: 'another' })
    } else {
      await decideExclusion(store, versionId, seq, 'kept', { at: now, actor: 'another' })
    }
  }

  async function recount(): Promise<Columns> {
    const rows = []
    for await (const batch of eachResponse(store, versionId)) {
      for (const { seq, day, channel, mailboxNumber, filled } of batch) {
        rows.push({ seq, day, channel, mailboxNumber: mailboxNumber ?? 0, answers: filled.answers })
      }
    }
    return encodeColumns(yard, rows)
  }

  /** How responses came, as their rows say now. */
  async function retold() {
    const { rows } = await store.read(
      'SELECT seq, seconds, assistance FROM responses WHERE version_id = ? AND excluded = 0',
      [versionId],
    )
    const bySeconds = new Map<number, number[]>()
    for (const { seq, seconds } of rows)
      if (seconds !== null)
        bySeconds.set(Number(seconds), [...(bySeconds.get(Number(seconds)) ?? []), Number(seq)])
    const unrecorded = rows
      .filter(({ assistance }) => String(assistance).includes('unrecorded'))
      .map(({ seq }) => Number(seq))
    return inOrder({ bySeconds, unrecorded })
  }

  async function empty() {
    await store.write([
      'DELETE FROM chunks',
      'DELETE FROM conflicts',
      'DELETE FROM exclusions',
      'DELETE FROM responses',
    ])
    forgetColumns(store, versionId)
  }
})

const inOrder = ({ bySeconds, unrecorded }: Circumstances) => ({
  bySeconds: [...bySeconds]
    .map(([seconds, seqs]) => [seconds, ...seqs.toSorted((a, b) => a - b)])
    .sort(([a = 0], [b = 0]) => a - b),
  unrecorded: unrecorded.toSorted((a, b) => a - b),
})

const plain = ({ count, columns }: Columns) => ({
  count,
  columns: Object.fromEntries([...columns].map(([key, column]) => [key, [...column]])),
})

const kept = (found: Columns) =>
  new Map([...questionsOf(yard)].map(([id, question]) => [id, keptTally(question, yard, found)]))
