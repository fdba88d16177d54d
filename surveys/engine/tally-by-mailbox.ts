import { type Column, isNarrow } from './column.ts'
import type { Columns } from './columns.ts'
import type { Edition, Question } from './definition.ts'
import { histograms } from './histogram.ts'
import { select } from './selection.ts'
import { type QuestionTally, tally } from './tally.ts'
import { codesCounted, codeWidth, masksCounted, scaleCounted } from './tally-columns.ts'
import { allOptions } from './visibility.ts'

/** What each group of mailboxes answered to one question; 0 stands for no mailbox. Groups must not overlap. */
export function tallyByMailbox(
  question: Question,
  edition: Edition,
  columns: Columns,
  groups: readonly (readonly number[])[],
): QuestionTally[] {
  switch (question.kind) {
    case 'single':
    case 'consent': {
      const options = allOptions(question, edition).length
      return counted(columns, question.id, codeWidth(options), groups, (times) =>
        codesCounted(times, options),
      )
    }
    case 'scale': {
      const points = question.points.length
      return counted(columns, question.id, codeWidth(points + 1), groups, (times) =>
        scaleCounted(times, points),
      )
    }
    case 'multiple': {
      const options = question.options.length
      if (!isNarrow(options)) break
      return counted(columns, question.id, 2 << options, groups, (times) =>
        masksCounted(times.entries(), options),
      )
    }
    case 'matrix':
    case 'pair':
    case 'number':
    case 'text':
    case 'rank':
    case 'budget':
    case 'date':
    case 'pin':
    case 'drawing':
    case 'photo':
    case 'note':
      break
  }
  return groups.map((mailboxNumbers) =>
    tally(question, edition, columns, select(edition, columns, { mailboxNumbers })),
  )
}

function counted(
  { count, columns }: Columns,
  key: string,
  width: number,
  groups: readonly (readonly number[])[],
  fold: (times: Uint32Array) => QuestionTally,
): QuestionTally[] {
  const column: Column = columns.get(key) ?? new Uint8Array(count)
  const mailboxes: Column = columns.get('@mailbox') ?? new Uint32Array(count)
  // Mailboxes of no group are counted in a last table that nobody reads.
  const groupOf = new Uint16Array(greatest(mailboxes) + 1).fill(groups.length)
  groups.forEach((numbers, group) => {
    for (const number of numbers) if (number < groupOf.length) groupOf[number] = group
  })
  return histograms(column, width, mailboxes, groupOf, groups.length + 1)
    .slice(0, groups.length)
    .map(fold)
}

function greatest(numbers: Column): number {
  let most = 0
  for (let i = 0; i < numbers.length; i++) if ((numbers[i] as number) > most) most = numbers[i] ?? 0
  return most
}
