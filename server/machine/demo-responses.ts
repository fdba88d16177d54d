import { system } from '../../db/audit.ts'
import { findConsultation, openConsultation } from '../../db/consultations.ts'
import { countResponses } from '../../db/response-counts.ts'
import type { Store } from '../../db/store.ts'
import { garden } from '../../surveys/definitions/garden/consultation.ts'
import { gardenResponses } from '../../surveys/definitions/garden/synthetic.ts'
import { huicheng } from '../../surveys/definitions/huicheng/consultation.ts'
import {
  type SyntheticResponse,
  syntheticResponses,
} from '../../surveys/definitions/huicheng/synthetic.ts'
import { dayOf } from '../../surveys/engine/shanghai.ts'
import { createApp } from '../app.ts'
import { redrawHere } from '../files/redraw-here.ts'
import { namedPhotos } from '../responses/form-photos.ts'
import type { Settings } from '../settings.ts'
import { gardenPicture } from './demo-pictures.ts'
import { filesOf } from './files-folder.ts'
import { openStore } from './forest.ts'

// The rounds draw from numbers of their own, or ids of one would come up in the other.
const seed = 2026
const dayMs = 86_400_000
const atOnce = 64

/** Sends so many invented responses through the real submission path, each on its own day of the last four weeks. */
export async function fillDemo(settings: Settings, count: number): Promise<void> {
  const { store, release } = await openStore(settings)
  try {
    const now = Date.now()
    const rounds = [
      { consultation: huicheng, daysBack: 28, responses: [...syntheticResponses(seed, count)] },
      // It closes later: the mailboxes lead to the first.
      {
        consultation: garden,
        daysBack: 20,
        responses: [...gardenResponses(seed + 1, Math.ceil(count / 4))],
      },
    ]
    for (const { consultation, daysBack } of rounds) {
      await openConsultation(store, consultation, system(now - daysBack * dayMs))
    }
    const total = rounds.reduce((sum, { responses }) => sum + responses.length, 0)
    if ((await countResponses(store)) >= total) return
    let sent = 0
    for (const { consultation, responses } of rounds) {
      const { send, setClock } = await postman(store, settings, consultation.id, now)
      for (const [day, list] of byDay(responses)) {
        for (let i = 0; i < list.length; i += atOnce) {
          setClock(morning(now, day) + (i / list.length) * 14 * 3_600_000)
          await Promise.all(list.slice(i, i + atOnce).map(send))
          sent += Math.min(atOnce, list.length - i)
          showProgress(sent, total)
        }
      }
    }
  } finally {
    await store.close()
    release()
  }
}

/** Sends as a phone does, at a time that can be set. A response that is there already is not stored twice. */
async function postman(store: Store, settings: Settings, id: string, now: number) {
  const consultation = await findConsultation(store, id)
  if (!consultation) throw new Error('the consultation of the demonstration was not opened')
  const { opensAt, closesAt, editions } = consultation
  let clock = now
  const host = { store, settings, now: () => clock, log: () => {}, ...filesOf(settings) }
  const app = createApp(() => ({ ...host, redraw: redrawHere }))
  const send = async (address: string, type: string, body: BodyInit) => {
    const headers = { 'Content-Type': type }
    const answer = await app.request(address, { method: 'PUT', headers, body })
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  }
  return {
    setClock(time: number) {
      clock = Math.floor(Math.max(opensAt, Math.min(time, now, closesAt)))
    },
    async send({ id: response, audience, mailbox, channel, filled }: SyntheticResponse) {
      const version = editions.find((edition) => edition.audience === audience)?.version
      const body = { consultation: consultation.id, edition: audience, version, channel, ...filled }
      const address = `/api/responses/${response}`
      const words = JSON.stringify(mailbox === null ? body : { ...body, mailbox })
      await send(address, 'application/json', words)
      const edition = editions.find((edition) => edition.audience === audience)?.edition
      for (const photo of edition ? namedPhotos(edition, filled.answers) : []) {
        await send(`${address}/photos/${photo}`, 'image/png', await gardenPicture(photo))
      }
    },
  }
}

/** Oldest day first, so that they are stored in the order they are said to have come. */
function byDay(list: readonly SyntheticResponse[]): [daysAgo: number, SyntheticResponse[]][] {
  const days = new Map<number, SyntheticResponse[]>()
  for (const response of list) {
    const day = days.get(response.daysAgo)
    if (day) day.push(response)
    else days.set(response.daysAgo, [response])
  }
  return [...days].sort(([one], [other]) => other - one)
}

/** Eight o'clock in Shanghai, so many days ago. */
const morning = (now: number, daysAgo: number) => (dayOf(now) - daysAgo) * dayMs

function showProgress(sent: number, count: number) {
  if (process.stdout.isTTY) process.stdout.write(`\r演示答卷 · demo responses  ${sent} / ${count}`)
  if (sent !== count) return
  if (process.stdout.isTTY) process.stdout.write('\n')
  else console.log(`演示答卷 · demo responses  ${count}`)
}
