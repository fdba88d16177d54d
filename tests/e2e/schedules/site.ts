import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { system } from '../../../db/audit.ts'
import { closeConsultation, publishVersion } from '../../../db/consultations.ts'
import { openStore } from '../../../server/machine/forest.ts'
import { listen, stopListening } from '../../../server/machine/listen.ts'
import { prepareForest } from '../../../server/machine/preparation.ts'
import { openSite } from '../../../server/machine/site.ts'
import { adult } from '../../../surveys/definitions/huicheng/adult.ts'
import type { Edition } from '../../../surveys/engine/definition.ts'

/** The whole site on a database file of its own, in this process so that a new version can be published from outside. */
export async function openForest() {
  const folder = mkdtempSync(join(tmpdir(), 'forest-schedules-'))
  const databaseUrl = `file:${join(folder, 'forest.db')}`
  const settings = {
    port: 0,
    host: '127.0.0.1',
    databaseUrl,
    publicOrigin: 'http://localhost',
    secretKey: new TextEncoder().encode('a key for tests only, of more than 32 bytes'),
    trustedProxies: 0,
    demo: false,
  }
  const { store, release } = await openStore(settings)
  await prepareForest(store, settings, Date.now())
  const site = openSite({ store, settings, log: () => {}, stopping: () => false })
  const { server, port } = await listen(site, settings)
  const reader = createClient({ url: databaseUrl })
  return {
    origin: `http://localhost:${port}`,
    port,
    /** The questionnaire is edited while people are filling it in: one option is gone, another is new. */
    async publish() {
      await publishVersion(store, 'huicheng', edited(adult), system(Date.now()))
    },
    /** The asking ends, or has ended then. */
    async end(at: number) {
      await closeConsultation(store, 'huicheng', system(at))
    },
    /** What lies in the database, with what it was written in Q18a. */
    async stored(): Promise<Stored[]> {
      const { rows } = await reader.execute(
        'SELECT r.id, r.locator, r.late, r.answers, r.others, v.number FROM responses r JOIN versions v ON v.id = r.version_id',
      )
      return rows.map(({ id, locator, late, answers, others, number }) => ({
        id: String(id),
        locator: String(locator),
        late: Number(late) === 1,
        version: Number(number),
        answers: JSON.parse(String(answers)),
        others: JSON.parse(String(others)),
      }))
    },
    async close() {
      await stopListening(server, 1_000)
      reader.close()
      await store.close()
      release()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type Forest = Awaited<ReturnType<typeof openForest>>

export interface Stored {
  id: string
  locator: string
  late: boolean
  version: number
  answers: Record<string, unknown>
  others: Record<string, string>
}

let edits = 0

function edited(edition: Edition): Edition {
  edits++
  return {
    ...edition,
    sections: edition.sections.map((section) => ({
      ...section,
      questions: section.questions.map((question) =>
        question.id === 'Q16' && question.kind === 'multiple'
          ? { ...question, options: question.options.map(renamed) }
          : question,
      ),
    })),
  }
}

const renamed = <O extends { id: string }>(option: O): O =>
  option.id === 'mailbox' ? { ...option, id: `mailbox${edits}` } : option
