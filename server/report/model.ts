import { findConsultation, findVersion } from '../../db/consultations.ts'
import { countExcluded } from '../../db/exclusions.ts'
import { listReleasedTexts } from '../../db/released-texts.ts'
import { currentRelease, earlierRelease, listReleases, type Release } from '../../db/releases.ts'
import { listReportEdits, type ReportEdit } from '../../db/reports.ts'
import { responseCounts } from '../../db/response-counts.ts'
import type { Store } from '../../db/store.ts'
import { suggestionFigures } from '../../db/suggestion-figures.ts'
import { dateOf } from '../../surveys/engine/shanghai.ts'
import { textIn } from '../../surveys/engine/text.ts'
import { dayWords } from '../../web/dates.ts'
import {
  type Block,
  gap,
  type Paragraph,
  type Part,
  type Report,
} from '../../web/desk/report/report.ts'
import { ledgerColumns, ledgerLines } from '../exports/ledger.ts'
import type { AppContext } from '../host.ts'
import { readSnapshot } from '../releases/published.ts'
import { publicDecisions } from '../releases/released-decisions.ts'
import { notes, plans, suggestionsSorted } from './afterwards.ts'
import { ledgerHeads, questionnaires, register } from './annexes.ts'
import { basics } from './basics.ts'
import { differences } from './differences.ts'
import { numerals, type ReportFacts } from './facts.ts'
import { childrensVoices, findings } from './findings.ts'

/** The report of a consultation; undefined as long as nothing of it has been published. */
export async function findReport(c: AppContext, id: string): Promise<Report | undefined> {
  const { store, settings } = c.var
  const consultation = await findConsultation(store, id)
  const release = consultation && (await currentRelease(store, id))
  if (!consultation || !release) return
  const released = readSnapshot(release)
  const { opensAt, closesAt, particulars, editions } = consultation
  const suggested = editions.find(({ edition }) => edition.suggestion)?.edition.suggestion
  const asked = await Promise.all(
    released.editions.map(({ audience, version }) => findVersion(store, id, audience, version)),
  )
  const ledger = await ledgerLines(store, consultation, 'released')
  const counts = await responseCounts(store, id)
  const facts: ReportFacts = {
    consultation: {
      ...{ id, opensAt, closesAt, organiser: released.organiser || particulars.organiser },
      title: textIn(consultation.title, 'zh-CN'),
      background: textIn(consultation.background, 'zh-CN'),
    },
    ...{ released, now: c.var.now(), publishedAt: release.publishedAt ?? released.takenAt },
    ...(await publishedBefore(store, release)),
    decisions: await publicDecisions(store, id),
    suggestions: await suggestionFigures(store, id),
    quotes: (await listReleasedTexts(store, id, suggested)).slice(-mostQuotes),
    received: {
      excluded: await countExcluded(store, id, released.takenAt),
      hasPaper: counts.some(({ channel }) => channel === 'paper'),
    },
    asked: released.editions.flatMap(({ audience, version }, at) => {
      const edition = asked[at]?.edition
      return edition ? [{ audience, version, edition }] : []
    }),
    ledger: ledgerColumns(
      ledger.filter((line) => line.released !== undefined),
      ledgerHeads,
    ),
  }
  const edits = await listReportEdits(store, id)
  return { ...reportOf(facts, edits), demo: settings.demo }
}

async function publishedBefore(
  store: Store,
  release: Release,
): Promise<Pick<ReportFacts, 'isFirst' | 'before'>> {
  const all = await listReleases(store, release.consultationId)
  const earlier = await earlierRelease(store, release)
  // One that was taken back was published all the same.
  const isFirst = all.every((one) => one.id === release.id || one.publishedAt === null)
  return { isFirst, before: earlier && readSnapshot(earlier) }
}

// A report quotes a few; the ledger has them all.
const mostQuotes = 8

/** The seven parts, with what staff wrote in place of what the numbers say. */
function reportOf(facts: ReportFacts, edits: readonly ReportEdit[]): Omit<Report, 'demo'> {
  const written = new Map(edits.map((edit) => [edit.paragraph, edit]))
  const parts: [id: string, heading: string, Block[]][] = [
    ['basics', '基本情况', basics(facts)],
    ['findings', '主要结果', findings(facts)],
    ['suggestions', '居民建议梳理', suggestionsSorted(facts)],
    ['child', '儿童的声音', childrensVoices(facts)],
    ['differences', '分歧与顾虑', differences(facts)],
    ['plans', '拟采纳与办理安排', plans(facts)],
    ['notes', '说明', notes(facts)],
  ]
  const annexes: [id: string, heading: string, Block[]][] = [
    ['annex-1', '附件 1　调查问卷', questionnaires(facts)],
    ['annex-2', '附件 2　居民建议台账', register(facts)],
  ]
  const { consultation, released, publishedAt, now } = facts
  return {
    title: `关于「${consultation.title}」征求居民意见情况的报告`,
    issuer: consultation.organiser,
    ...{ takenAt: released.takenAt, publishedAt },
    day: dayWords(dateOf(now), 'zh-CN'),
    parts: parts.map(
      ([id, heading, blocks], at): Part => ({
        ...{ id, heading: `${numerals[at]}、${heading}` },
        blocks: blocks.map((block) => withEdits(block, written)),
      }),
    ),
    annexes: annexes.map(([id, heading, blocks]) => ({
      ...{ id, heading, blocks: blocks.map((block) => withEdits(block, written)) },
    })),
  }
}

/** Every paragraph of a report, those under figures too. */
export function paragraphsOf({ parts, annexes }: Pick<Report, 'parts' | 'annexes'>): Paragraph[] {
  return [...parts, ...annexes].flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'paragraph' ? [block] : block.kind === 'figure' ? [block.sentence] : [],
    ),
  )
}

function withEdits(block: Block, written: Map<string, ReportEdit>): Block {
  switch (block.kind) {
    case 'paragraph':
      return edited(block, written)
    case 'figure':
      return { ...block, sentence: edited(block.sentence, written) }
    case 'heading':
    case 'table':
      return block
  }
}

function edited(paragraph: Paragraph, written: Map<string, ReportEdit>): Paragraph {
  const edit = written.get(paragraph.id)
  if (!edit || hasGaps(paragraph, edit.written)) return paragraph
  const { editedAt: at, editedBy: by } = edit
  const isOld = !paragraph.isForm && edit.insteadOf !== paragraph.made
  return { ...paragraph, text: edit.written, edit: { at, by, isOld } }
}

/** Whether something is still to be filled in. */
export const hasGaps = ({ isForm }: Paragraph, written: string): boolean =>
  isForm === true && written.includes(gap)
