import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findConsultation } from '../../db/consultations.ts'
import { addDecision, listDecisions, publishDecision } from '../../db/decisions.ts'
import { openFile } from '../../db/file.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import { draftRelease, publishRelease } from '../../db/releases.ts'
import type { Store } from '../../db/store.ts'
import { fillDemo } from '../../server/machine/demo-responses.ts'
import { answerSuggestions } from '../../server/machine/demo-suggestions.ts'
import { offeredQuestions } from '../../server/releases/choices.ts'
import { takeSnapshot } from '../../server/releases/take-snapshot.ts'
import { openSite, type Site } from './site.ts'

const decision = {
  ...{ findings: '[]', options: '', decidedBy: '听证会', decidedOn: '2026-03-02', action: '' },
  ...{ unit: '街道市政科', dueOn: '2026-12-20' },
}

/** The built server with the results of two consultations, with every kind of question, published and decided upon. */
export async function openPublishedSite(): Promise<Site> {
  const database = join(mkdtempSync(join(tmpdir(), 'published-')), 'forest.db')
  await migrateDatabase(`file:${database}`)
  await fillDemo(
    {
      ...{ port: 0, host: '127.0.0.1', databaseUrl: `file:${database}`, trustedProxies: 0 },
      ...{ publicOrigin: 'http://localhost', secretKey: new Uint8Array(32), demo: false },
    },
    600,
  )
  const store = await openFile(`file:${database}`)
  await answerSuggestions(store, 'huicheng', Date.now() - 120_000)
  for (const id of ['huicheng', 'garden'] as const) await publishAll(store, id)
  await store.close()
  return openSite(database)
}

/** Which of the adults' questions are told first. */
const told = { huicheng: [5, 8], garden: [0, 3] } as const

async function publishAll(store: Store, id: keyof typeof told) {
  const consultation = await findConsultation(store, id)
  if (!consultation) throw new Error(`there is no ${id}`)
  const at = Date.now() - 60_000
  const choices = consultation.editions.map(({ audience, edition }) => ({
    ...{ audience, byNeighbourhood: true },
    questions: offeredQuestions(edition).map((question) => question.id),
  }))
  const [first] = choices
  const highlights = (first?.questions ?? [])
    .slice(...told[id])
    .map((question) => ({ audience: 'adult' as const, question }))
  const words = { note: '谢谢大家。', highlights }
  const { released, counted } = await takeSnapshot(store, consultation, choices, at, words)
  const draft = { consultationId: id, note: '', snapshot: JSON.stringify(released) }
  const kept = { ...draft, counted: JSON.stringify(counted) }
  const { id: release } = await draftRelease(store, kept, { at, actor: 'one' })
  await publishRelease(store, release, { at: at + 1, actor: 'two' })
  for (const verdict of ['do', 'partly', 'not'] as const) {
    const words = { title: '路灯换亮一点', verdict, decision: '先换一村。', reason: '还没有钱。' }
    await addDecision(store, id, { ...decision, ...words }, { at, actor: 'one' })
  }
  for (const one of await listDecisions(store, id))
    await publishDecision(store, one, one.writtenAt, { at, actor: 'two' })
}
