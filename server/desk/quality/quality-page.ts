import { listExclusions } from '../../../db/exclusions.ts'
import type { Labels, QualityLabel } from '../../../surveys/engine/quality/labels.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { dayName } from '../../../web/desk/names.ts'
import { labelWords } from '../../../web/desk/quality/label-words.ts'
import { type Counted, QualityPage } from '../../../web/desk/quality/quality-page.tsx'
import { numberedTitle } from '../../../web/numbered-title.ts'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'
import { memberOf } from '../access/session.ts'
import { deskPlace } from '../place.ts'
import { type Results, resultsAsked } from '../results/results.ts'
import { qualityLabels, quotedTitle } from './quality.ts'
import { comparesSides, sideBySide } from './sides.ts'

const listedAtOnce = 50

/** What is worth a look, and what the labels make of a result. */
export async function qualityPage(c: AppContext) {
  const found = await findQuality(c)
  if (!found) return c.notFound()
  const { results, labels, exclusions, counted, asked } = found
  const { consultation, audience, edition } = results
  const proposals = exclusions.map((one) => ({ ...one, isMine: one.proposedBy === memberOf(c).id }))
  const settled = new Set(exclusions.map(({ seq }) => seq))
  const open = labels.size - [...settled].filter((seq) => labels.has(seq)).length
  const before = Number(c.req.query('before')) || Number.POSITIVE_INFINITY
  const rest = firstOf(labels, (seq) => seq < before && !settled.has(seq), listedAtOnce + 1)
  const shown = rest.slice(0, listedAtOnce)
  const last = shown.at(-1)?.[0]
  return render(
    c,
    QualityPage({
      place: await deskPlace(c),
      consultation: { id: consultation.id, title: textIn(consultation.title, 'zh-CN') },
      audiences: consultation.editions.map((one) => one.audience),
      ...{ audience, asked, proposals, counted, open },
      flagged: shown.map(([seq, some]) => ({
        ...{ seq, day: dayOfSeq(results, seq) },
        labels: some.map((label) => labelWords(label, quotedTitle(results))),
      })),
      older:
        rest.length > shown.length ? `${c.req.path}?edition=${audience}&before=${last}` : undefined,
      questions: [...questionsOf(edition).values()]
        .filter((question) => comparesSides(results, question))
        .map((question) => ({ id: question.id, label: numberedTitle(question) })),
      sides: sideBySide(results, asked, labels),
    }),
  )
}

/** The first so many of some responses, with why they are worth a look. */
function firstOf(labels: Labels, isMeant: (seq: number) => boolean, most: number) {
  const found: [number, readonly QualityLabel[]][] = []
  for (const one of labels) {
    if (found.length === most) break
    if (isMeant(one[0])) found.push(one)
  }
  return found
}

/** The labels of a version, and who is left out of it or about to be. */
export async function findQuality(c: AppContext) {
  const results = await resultsAsked(c)
  if (!results) return
  const [{ labels, carrying, timed }, exclusions] = await Promise.all([
    qualityLabels(c.var.store, results),
    listExclusions(c.var.store, results.versionId),
  ])
  const valid = results.columns.count
  const counted: Counted = {
    ...{ valid, received: valid + exclusions.filter(({ state }) => state === 'excluded').length },
    labels: carrying,
    timed,
  }
  return { results, labels, exclusions, counted, asked: c.req.query('q') ?? '' }
}

function dayOfSeq({ columns: { columns } }: Results, seq: number): string {
  const at = columns.get('@seq')?.indexOf(seq as never) ?? -1
  return at < 0 ? '' : dayName(columns.get('@day')?.[at] ?? 0)
}
