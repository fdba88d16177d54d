import type { Answer } from '../../../surveys/engine/answers.ts'
import type { Edition, Question } from '../../../surveys/engine/definition.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { allOptions } from '../../../surveys/engine/visibility.ts'
import { blanks, comma, missing, type Reader, skipped } from './answer-cells.ts'
import { budgetReader, pinReader, rankReader } from './kind-columns.ts'

/** The columns of one question. Their names are made of ids, never of labels, so they stay. */
export interface QuestionColumns extends Reader {
  question: Question
  /** Written CSV cells, each with its comma, where the question was not shown. */
  unshown: string
}

/** The columns of every question. What can be written beforehand is, so that a line costs little. */
export function questionColumns(edition: Edition): QuestionColumns[] {
  return edition.sections.flatMap(({ questions }) =>
    questions
      .filter(({ kind }) => kind !== 'note')
      .map((question) => {
        const read = readerOf(question, edition)
        return { question, ...read, unshown: comma(missing.unshown).repeat(read.columns.length) }
      }),
  )
}

function readerOf(question: Question, edition: Edition): Reader {
  const { id } = question
  const options = allOptions(question, edition)
  const labels = options.map(({ label }) => textIn(label, 'zh-CN'))
  const written = new Map(options.map((option, at) => [option.id, comma(labels[at] ?? option.id)]))
  const chosen = (answer: unknown) =>
    typeof answer === 'string' ? (written.get(answer) ?? comma(answer)) : skipped
  const values = `${labels.join(' / ')} / ${blanks}`
  const rowsOf = (rows: { id: string; meaning: string }[]): Reader => ({
    columns: rows.map((row) => ({ name: `${id}.${row.id}`, meaning: row.meaning, values })),
    cells: (answer) => rows.map((row) => chosen(inRow(answer, row.id))).join(''),
  })
  switch (question.kind) {
    case 'single':
      return withOther(question, {
        columns: [{ name: id, meaning: '选了哪一项', values }],
        cells: chosen,
      })
    case 'scale':
    case 'consent':
      return { columns: [{ name: id, meaning: '选了哪一项', values }], cells: chosen }
    case 'multiple':
      return withOther(question, multiple(question))
    case 'matrix':
      return rowsOf(
        question.rows.map((row) => ({ id: row.id, meaning: textIn(row.label, 'zh-CN') })),
      )
    case 'pair':
      return rowsOf(
        question.pairs.map((pair) => ({
          id: pair.id,
          meaning: pair.options.map(({ label }) => textIn(label, 'zh-CN')).join(' / '),
        })),
      )
    case 'rank':
      return rankReader(question)
    case 'budget':
      return budgetReader(question)
    case 'pin':
      return pinReader(question)
    case 'drawing':
      return {
        columns: [{ name: id, meaning: '画了几笔；画只在工作台看', values: `数字 / ${blanks}` }],
        cells: (answer) => (Array.isArray(answer) ? comma(answer.length) : skipped),
      }
    case 'photo':
      return {
        columns: [
          { name: id, meaning: '交了照片没有；照片只在工作台看', values: `1 交了 / ${blanks}` },
        ],
        cells: (answer) => (answer === undefined ? skipped : comma(1)),
      }
    case 'number':
    case 'text':
    case 'date':
    case 'note':
      return {
        columns: [{ name: id, meaning: meaningOf(question.kind), values: blanks }],
        cells: (answer) =>
          typeof answer === 'string' || typeof answer === 'number' ? comma(answer) : skipped,
      }
  }
}

function meaningOf(kind: Question['kind']): string {
  if (kind === 'number') return '填的数字'
  return kind === 'date' ? '选的日期' : '写的话'
}

/** One column of 0 and 1 for each option. The same picks come again and again, so their cells are kept. */
function multiple({ id, options }: Extract<Question, { kind: 'multiple' }>): Reader {
  const nothing = skipped.repeat(options.length)
  const kept = new Map<string, string>()
  return {
    columns: options.map((option) => ({
      name: `${id}.${option.id}`,
      meaning: `选了「${textIn(option.label, 'zh-CN')}」`,
      values: `1 选了 / 0 没选 / ${blanks}`,
    })),
    cells(answer) {
      if (!Array.isArray(answer)) return nothing
      const picks: unknown[] = answer
      const key = picks.join()
      const known = kept.get(key)
      if (known !== undefined) return known
      const cells = options.map((option) => (picks.includes(option.id) ? ',1' : ',0')).join('')
      if (kept.size < mostKept) kept.set(key, cells)
      return cells
    },
  }
}

const mostKept = 5000

function withOther(
  { id, options }: { id: string; options: { other?: boolean | undefined }[] },
  reader: Reader,
): Reader {
  if (!options.some(({ other }) => other)) return reader
  const column = {
    name: `${id}.~other`,
    meaning: '「其他」里写的话',
    values: `空 / ${missing.unshown}`,
  }
  return {
    columns: [...reader.columns, column],
    cells: (answer, other) => reader.cells(answer, other) + (other ? comma(other) : ',""'),
  }
}

function inRow(answer: Answer | undefined, row: string): string | undefined {
  if (typeof answer !== 'object' || Array.isArray(answer)) return
  const pick = Object.hasOwn(answer, row) ? answer[row] : undefined
  return typeof pick === 'string' ? pick : undefined
}
