import type { Decision, DecisionWords } from '../../../db/decisions.ts'
import { findFile } from '../../../db/files.ts'
import { currentRelease } from '../../../db/releases.ts'
import type { Store } from '../../../db/store.ts'
import type { DecisionFields, DecisionProblem } from '../../../web/desk/decisions/decision-form.tsx'
import type { ListedDecision } from '../../../web/desk/decisions/told-decision.tsx'
import { numberedTitle } from '../../../web/numbered-title.ts'
import type { Finding } from '../../../web/public/decided.ts'
import { addressOf } from '../../files/file-types.ts'
import { readSnapshot } from '../../releases/published.ts'
import { isStorable } from '../../request/stored-text.ts'
import { tidy } from '../form.ts'
import { markOf } from '../meanwhile.ts'
import { isPlanDay } from '../plan-day.ts'

const longest = 2000
const longestTitle = 60

/** What stands published now and can be cited, each with the numbers that a citation keeps. */
export async function citableFindings(
  store: Store,
  consultationId: string,
): Promise<Map<string, Finding>> {
  const release = await currentRelease(store, consultationId)
  if (!release) return new Map()
  return new Map(
    readSnapshot(release).editions.flatMap(({ audience, questions }) =>
      questions.map(({ table, takenAt }): [string, Finding] => [
        `${audience}.${table.id}`,
        { release: release.number, takenAt, audience, table },
      ]),
    ),
  )
}

export const citable = (findings: ReadonlyMap<string, Finding>) =>
  [...findings].map(([id, { table, audience }]) => ({
    ...{ id, sentence: table.sentence },
    title: `${audience === 'child' ? '孩子 ' : ''}${numberedTitle(table)}`,
  }))

/** As it stands at the desk: as it was written last, published or not. */
export async function listed(
  store: Store,
  decision: Decision,
  memberId: string,
): Promise<ListedDecision> {
  const file = decision.photoId ? await findFile(store, decision.photoId) : undefined
  return {
    ...decision,
    findings: JSON.parse(decision.findings),
    // Nobody outside sees it before the words are published.
    photo: file && `/desk${addressOf(file.id, file.contentType)}`,
    isWaiting: decision.publishedAt === null || decision.writtenAt > decision.publishedAt,
    isMine: decision.writtenBy === memberId,
  }
}

export const blankFields: DecisionFields = {
  ...{ title: '', options: '', verdict: '', decision: '', reason: '' },
  ...{ decidedBy: '', decidedOn: '', action: '', unit: '', dueOn: '', cites: [] },
}

/** What the form of a decision's words carries, to tell afterwards whether others stand there by then. */
export const wordsMark = (words: DecisionWords): string =>
  markOf([
    ...[words.title, words.findings, words.options, words.verdict, words.decision, words.reason],
    ...[words.decidedBy, words.decidedOn, words.action, words.unit, words.dueOn],
  ])

/** The same of how far it has come. */
export const progressMark = ({
  progress,
  progressNote,
  photoId,
}: Pick<Decision, 'progress' | 'progressNote' | 'photoId'>): string =>
  markOf([progress, progressNote, photoId])

/** What was typed, and either the words to keep or what is wrong with them. */
export function readDecision(
  field: (name: string) => string,
  findings: ReadonlyMap<string, Finding>,
  before: readonly Finding[] = [],
): { fields: DecisionFields; read: DecisionWords | { problem: DecisionProblem } } {
  const known = new Map([
    ...findings,
    // What was cited keeps the numbers it was cited with.
    ...before.map((finding): [string, Finding] => [
      `${finding.audience}.${finding.table.id}`,
      finding,
    ]),
  ])
  const area = (name: string) => tidy(field(name).replace(/\r\n?/g, '\n'))
  const cites = [...known.keys()].filter((id) => field(`cite-${id}`) === 'yes')
  const fields: DecisionFields = {
    ...{ title: tidy(field('title')), options: area('options'), verdict: field('verdict') },
    ...{ decision: area('decision'), reason: area('reason'), decidedBy: tidy(field('decidedBy')) },
    ...{ decidedOn: field('decidedOn'), action: area('action'), unit: tidy(field('unit')) },
    ...{ dueOn: field('dueOn'), cites, began: field('began') },
  }
  const problem = problemOf(fields)
  if (problem) return { fields, read: { problem } }
  const { cites: _, began: __, ...words } = fields
  const cited = cites.flatMap((id) => known.get(id) ?? [])
  const verdict = words.verdict as DecisionWords['verdict']
  return { fields, read: { ...words, verdict, findings: JSON.stringify(cited) } }
}

function problemOf(fields: DecisionFields): DecisionProblem | undefined {
  const { title, verdict, decision, reason, decidedOn, dueOn, cites, began, ...others } = fields
  const long = [decision, reason, ...Object.values(others)]
  if (long.some((text) => [...text].length > longest || !isStorable(text))) return 'long'
  if (title === '' || [...title].length > longestTitle || !isStorable(title)) return 'title'
  if (verdict !== 'do' && verdict !== 'partly' && verdict !== 'not') return 'verdict'
  if (decision === '') return 'decision'
  if (verdict !== 'do' && reason === '') return 'reason'
  return [decidedOn, dueOn].every((day) => day === '' || isPlanDay(day)) ? undefined : 'day'
}
