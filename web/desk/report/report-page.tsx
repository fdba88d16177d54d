import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { SavedMeanwhile, saveWords } from '../meanwhile.tsx'
import { momentName } from '../names.ts'
import { ResultFigure } from '../results/result-figure.tsx'
import { NotAVote } from '../results/results-page.tsx'
import {
  type Block,
  gap,
  notAVote,
  type Paragraph,
  type Part,
  type PlainTable,
  type Report,
} from './report.ts'

export interface ReportProblem {
  paragraph: string
  written: string
  /** Which words the form began with, where that still holds. */
  began?: string
  /** Somebody else wrote there meanwhile. */
  isClash?: true
}

interface ReportPageProps {
  place: DeskPlace
  consultation: { id: string; title: string }
  report: Report
  problem?: ReportProblem | undefined
}

/** The report to hand in: read, corrected paragraph by paragraph, printed or taken along as a Word document. */
export function ReportPage({ place, consultation, report, problem }: ReportPageProps) {
  const here = `/desk/c/${consultation.id}/report`
  return (
    <DeskFrame place={place} title="报告">
      <header class="headline on-screen">
        <p class="kicker">{consultation.title}</p>
        <h1>报告</h1>
        <p class="standfirst">
          数字取自{momentName(report.publishedAt)}
          的公示，句子由数字写成。每一段都可以改；数字以后变了，改过的段落会提醒您。
        </p>
        <p class="buttons report-buttons">
          <button class="primary" type="button" data-docx={`${here}/report.json`} hidden>
            下载 Word（公文格式）
          </button>
          <button type="button" data-print hidden>
            打印或存成 PDF
          </button>
        </p>
        <p class="base" role="status" data-told />
        <noscript>
          <p class="soft">
            下载 Word 和画图要用浏览器的脚本；没有脚本时，这一页可以照样看、改和打印。
          </p>
        </noscript>
      </header>
      <article class="report">
        <h2 class="report-title">{report.title}</h2>
        <p class="report-aside">{notAVote}</p>
        {report.parts.map((part) => (
          <PartView here={here} part={part} problem={problem} />
        ))}
        <p class="report-signed">
          {report.issuer || '（落款：请在「征询资料」里填写主办单位）'}
          <br />
          {report.day}
        </p>
        {report.annexes.map((annex) => (
          <PartView here={here} part={annex} problem={problem} />
        ))}
      </article>
    </DeskFrame>
  )
}

interface PartProps {
  here: string
  part: Part
  problem: ReportProblem | undefined
}

function PartView({ here, part: { id, heading, blocks }, problem }: PartProps) {
  return (
    <section id={id} class={id.startsWith('annex') ? 'annex' : undefined}>
      <h3>{heading}</h3>
      {blocks.map((block) => (
        <BlockView here={here} block={block} problem={problem} />
      ))}
    </section>
  )
}

interface BlockProps {
  here: string
  block: Block
  problem: ReportProblem | undefined
}

function BlockView({ here, block, problem }: BlockProps) {
  switch (block.kind) {
    case 'paragraph':
      return <EditedParagraph here={here} paragraph={block} problem={problem} />
    case 'heading':
      return <h4>{block.text}</h4>
    case 'table':
      return <Table table={block} />
    case 'figure': {
      const { table, audience, sentence } = block
      // The two editions may call different questions by the same name.
      const shown = { ...table, id: `${audience}-${table.id}`, sentence: sentence.text }
      return (
        <ResultFigure table={shown}>
          <EditForm here={here} paragraph={sentence} problem={problem} />
        </ResultFigure>
      )
    }
  }
}

function Table({ table: { caption, heads, rows } }: { table: PlainTable }) {
  const numbers = heads.map((_, at) => at > 0 && rows.every((row) => isNumber.test(row[at] ?? '')))
  return (
    <section class="scroll" tabindex={0} aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head, at) => (
              <th scope="col" class={numbers[at] ? 'num' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...rest]) => (
            <tr>
              <th scope="row">{first}</th>
              {rest.map((cell, at) => (
                <td class={numbers[at + 1] ? 'num' : undefined}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const isNumber = /^([\d,.]+(%|（\d+%）)?|–.*)$/

interface ParagraphProps {
  here: string
  paragraph: Paragraph
  problem: ReportProblem | undefined
}

function EditedParagraph(props: ParagraphProps) {
  return (
    <div class="report-paragraph">
      <ParagraphWords paragraph={props.paragraph} />
      <EditForm {...props} />
    </div>
  )
}

function ParagraphWords({
  paragraph: { text, made, isForm, edit },
}: Pick<ParagraphProps, 'paragraph'>) {
  if (text) return <p>{text}</p>
  if (!isForm || edit) return <p class="soft on-screen">（这一段不写）</p>
  return (
    <div class="to-do on-screen">
      <p>请按登记填写，没有填以前报告里不写这一段：{made}</p>
    </div>
  )
}

/** Which words a form began with: what staff wrote last, or nothing where the numbers speak. */
export const beganWith = ({ edit }: Pick<Paragraph, 'edit'>): string => String(edit?.at ?? '')

/** Folded away until it is wanted; open where something was wrong with what was sent. */
function EditForm({ here, paragraph, problem }: ParagraphProps) {
  const { id, text, made, edit, isForm } = paragraph
  const wrong = problem?.paragraph === id ? problem : undefined
  const field = `write-${id.replaceAll('/', '-')}`
  const began = <input type="hidden" name="began" value={wrong?.began ?? beganWith(paragraph)} />
  const clash = wrong?.isClash ? { by: edit?.by || '另一位同事', at: edit?.at } : undefined
  const place = `p-${id.replaceAll('/', '-')}`
  return (
    <div class="report-edit on-screen" id={place}>
      {edit && (
        <p class="soft">
          {edit.by && <bdi>{edit.by}</bdi>} {momentName(edit.at)}改过。
          {edit.isOld && <strong>数字后来变了，现在说的是：{made}</strong>}
        </p>
      )}
      <details open={wrong !== undefined}>
        <summary>{isForm && !edit ? '填这一段' : '改这一段'}</summary>
        <form method="post" action={`${here}/paragraph#${place}`} class="stacked">
          {began}
          <input type="hidden" name="paragraph" value={id} />
          {clash && (
            <SavedMeanwhile
              {...{ meanwhile: clash, labels: { text: '这一段' } }}
              stored={() => text}
              typed={() => wrong?.written ?? ''}
            />
          )}
          <label for={field}>这一段怎么写</label>
          {wrong && !clash && (
            <p class="problem" role="alert" id={`${field}-problem`}>
              {wrong.written.includes(gap)
                ? `还有「${gap}」没有填。`
                : '请写点什么，最多 2000 个字。'}
              这一段不要了，用「报告里不写这一段」。
            </p>
          )}
          <textarea
            id={field}
            name="written"
            rows={4}
            maxlength={2000}
            aria-describedby={wrong && !clash ? `${field}-problem` : undefined}
          >
            {wrong?.written ?? (isForm && !edit ? made : text)}
          </textarea>
          <div class="buttons">
            <button type="submit">{saveWords('保存这一段', clash)}</button>
            <button class="quiet" type="submit" form={`${field}-out`}>
              报告里不写这一段
            </button>
          </div>
        </form>
        <form method="post" action={`${here}/omission#${place}`} id={`${field}-out`}>
          {began}
          <input type="hidden" name="paragraph" value={id} />
        </form>
        {edit && (
          <form method="post" action={`${here}/restoration`}>
            {began}
            <input type="hidden" name="paragraph" value={id} />
            <p class="soft">
              {isForm ? '要填的是：' : '自动写的是：'}
              {made}
            </p>
            <button class="quiet" type="submit">
              {isForm ? '重新填' : '恢复自动写的'}
            </button>
          </form>
        )}
      </details>
    </div>
  )
}

interface NoReportProps {
  place: DeskPlace
  consultation: { id: string; title: string }
}

/** Before anything has been published there is nothing to report. */
export function NoReportPage({ place, consultation }: NoReportProps) {
  return (
    <DeskFrame place={place} title="报告">
      <header class="headline">
        <p class="kicker">{consultation.title}</p>
        <h1>报告</h1>
        <p class="standfirst">
          报告里的数字都取自公示，这样报告、公示页和海报上的数字永远一样。现在还没有公示。
        </p>
        <NotAVote />
      </header>
      <p>
        <a class="button" href={`/desk/c/${consultation.id}/releases`}>
          去「公示」选题目
        </a>
      </p>
    </DeskFrame>
  )
}
