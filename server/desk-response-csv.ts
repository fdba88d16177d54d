import { eachResponse, type StoredResponse } from '../db/responses.ts'
import type { Store } from '../db/store.ts'
import type { Answer } from '../surveys/engine/answers.ts'
import type { Edition, Question } from '../surveys/engine/definition.ts'
import { textIn } from '../surveys/engine/text.ts'
import { allOptions, journey } from '../surveys/engine/visibility.ts'
import { channelName, isoDay } from '../web/desk/names.ts'
import { byteOrderMark, csvLine } from './desk-csv.ts'
import type { Results } from './desk-results.ts'

/** Not asked, because of earlier answers; or asked and left blank. Never the same thing. */
export const missing = { unshown: '未显示', skipped: '跳过' } as const

interface Column {
  /** Stable: made of ids, never of labels. */
  name: string
  meaning: string
  cell(answer: Answer | undefined, other: string | undefined): string | number
}

const fixed = ['序号', '版本', '居民区', '邮筒', '渠道', '日期', '迟到']

/** One line per person, as it is read: however many there are, only one batch is in memory. */
export function responsesCsv(store: Store, results: Results): ReadableStream<Uint8Array> {
  const { edition, versionId, version } = results
  const plan = edition.sections.flatMap(({ questions }) =>
    questions.map((question) => ({ question, columns: columnsOf(question, edition) })),
  )
  const places = placesOf(results)
  const batches = eachResponse(store, versionId)
  const encoder = new TextEncoder()
  const header = csvLine([
    ...fixed,
    ...plan.flatMap(({ columns }) => columns.map(({ name }) => name)),
  ])
  let row = 0
  const lineOf = ({ mailboxNumber, channel, day, late, filled }: StoredResponse) => {
    row++
    const place = places.get(mailboxNumber ?? 0)
    const shown = new Map(journey(edition, filled).map((step) => [step.question.id, step.answer]))
    const cells = plan.flatMap(({ question: { id }, columns }) =>
      columns.map(({ cell }) =>
        shown.has(id) ? cell(shown.get(id), filled.others[id]) : missing.unshown,
      ),
    )
    const where = [place?.neighbourhood, place?.mailbox, channelName(channel), isoDay(day)]
    return csvLine([row, version, ...where, late ? 1 : 0, ...cells])
  }
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(byteOrderMark + header)),
    async pull(controller) {
      const { value, done } = await batches.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value.map(lineOf).join('')))
    },
    cancel: () => batches.return(undefined).then(() => undefined),
  })
}

/** What each column of the file means, and which words it may hold. */
export function codebookCsv(edition: Edition): string {
  const asked = edition.sections.flatMap(({ questions }) => questions)
  const lines = asked.flatMap((question) =>
    columnsOf(question, edition).map(({ name, meaning }) =>
      csvLine([name, textIn(question.title, 'zh-CN'), meaning, valuesOf(question, edition)]),
    ),
  )
  return [
    byteOrderMark,
    csvLine(['列', '题目', '这一列是什么', '可能的值']),
    csvLine(['序号', '', '在这个文件里的顺序，与任何人无关', '']),
    csvLine(['版本', '', '问卷的版本', '']),
    csvLine(['居民区', '', '邮筒所在的居民区，没有邮筒时为空', '']),
    csvLine(['邮筒', '', '邮筒的编码', '']),
    csvLine(['渠道', '', '答卷怎样收到', '扫码 / 链接 / 纸质 / 代填 / 现场设备']),
    csvLine(['日期', '', '收到的日期（上海时间），不记时分', '']),
    csvLine(['迟到', '', '征询结束以后收到', '1 是 / 0 否']),
    ...lines,
    csvLine(['', '', "以 = + - @ 等开头的文字前面加了撇号（'），去掉第一个撇号就是原文", '']),
  ].join('')
}

function columnsOf(question: Question, edition: Edition): Column[] {
  const { id } = question
  const labels = new Map(
    allOptions(question, edition).map((option) => [option.id, textIn(option.label, 'zh-CN')]),
  )
  const label = (option: unknown) =>
    typeof option === 'string' ? (labels.get(option) ?? option) : missing.skipped
  switch (question.kind) {
    case 'single':
      return [{ name: id, meaning: '选了哪一项', cell: label }, ...otherColumn(question)]
    case 'scale':
      return [{ name: id, meaning: '选了哪一项', cell: label }]
    case 'multiple': {
      const picks = question.options.map(
        (option): Column => ({
          name: `${id}.${option.id}`,
          meaning: `选了「${textIn(option.label, 'zh-CN')}」`,
          cell: (answer) =>
            Array.isArray(answer) ? (answer.includes(option.id) ? 1 : 0) : missing.skipped,
        }),
      )
      return [...picks, ...otherColumn(question)]
    }
    case 'matrix':
      return question.rows.map((row) => ({
        name: `${id}.${row.id}`,
        meaning: textIn(row.label, 'zh-CN'),
        cell: (answer) => label(inRow(answer, row.id)),
      }))
    case 'pair':
      return question.pairs.map((pair) => ({
        name: `${id}.${pair.id}`,
        meaning: pair.options.map((option) => textIn(option.label, 'zh-CN')).join(' / '),
        cell: (answer) => label(inRow(answer, pair.id)),
      }))
    case 'number':
      return [
        {
          name: id,
          meaning: '填的数字',
          cell: (answer) => (typeof answer === 'number' ? answer : missing.skipped),
        },
      ]
    case 'text':
      return [
        {
          name: id,
          meaning: '写的话',
          cell: (answer) => (typeof answer === 'string' ? answer : missing.skipped),
        },
      ]
    case 'note':
      return []
  }
}

function otherColumn({
  id,
  options,
}: {
  id: string
  options: { other?: boolean | undefined }[]
}): Column[] {
  if (!options.some(({ other }) => other)) return []
  return [{ name: `${id}.~other`, meaning: '「其他」里写的话', cell: (_, other) => other ?? '' }]
}

function inRow(answer: Answer | undefined, row: string): string | undefined {
  if (typeof answer !== 'object' || Array.isArray(answer)) return
  return Object.hasOwn(answer, row) ? answer[row] : undefined
}

function valuesOf(question: Question, edition: Edition): string {
  const labels = allOptions(question, edition).map(({ label }) => textIn(label, 'zh-CN'))
  const also = `${missing.skipped} / ${missing.unshown}`
  switch (question.kind) {
    case 'single':
    case 'scale':
    case 'matrix':
      return `${labels.join(' / ')} / ${also}`
    case 'multiple':
      return `1 选了 / 0 没选 / ${also}`
    case 'pair':
    case 'number':
    case 'text':
    case 'note':
      return also
  }
}

function placesOf({ neighbourhoods }: Results) {
  return new Map(
    neighbourhoods.flatMap(({ name, mailboxes }) =>
      mailboxes.map(({ number, code }) => [
        number,
        { neighbourhood: textIn(name, 'zh-CN'), mailbox: code },
      ]),
    ),
  )
}
