import {
  AlignmentType,
  Bookmark,
  Document,
  ImageRun,
  InternalHyperlink,
  Packer,
  Paragraph,
  type ParagraphChild,
  type Table,
  TextRun,
} from 'docx'
import { numberedTitle } from '../../../numbered-title.ts'
import { notTold } from '../../results/result-table.ts'
import { baseLine, figureTable } from '../figure-table.ts'
import { type Block, notAVote, type Part, type PlainTable, type Report } from '../report.ts'
import { fonts, page, pageNumber, styles, typeArea } from './layout.ts'
import { manyColumns, wordTable } from './word-table.ts'

/** A chart as it was drawn for paper. */
export interface Picture {
  png: Uint8Array
  width: number
  height: number
}

/** The report as a Word document in the layout of an official one; charts by the id of their figure on the page. */
export function writeWord(report: Report, pictures: ReadonlyMap<string, Picture>): Promise<Blob> {
  const last = report.parts.at(-1)?.blocks.findLast(isWritten)
  const blocks = report.parts.flatMap(({ id, heading, blocks }) => [
    title('ReportPart', heading, id),
    ...blocks.flatMap((block, at) => wordBlock(block, pictures, anchorOf(id, at), block === last)),
  ])
  const annexes = report.annexes.flatMap(({ id, heading, blocks }) => [
    title('ReportPart', heading, id, { pageBreakBefore: true, indent: { firstLine: 0 } }),
    ...blocks.flatMap((block, at) => wordBlock(block, pictures, anchorOf(id, at))),
  ])
  const document = new Document({
    title: report.title,
    creator: report.issuer || '居民委员会',
    styles,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: page,
        footers: { default: pageNumber('right'), even: pageNumber('left') },
        children: [
          ...(report.demo ? [text('ReportNote', '演示数据，不是真实答卷')] : []),
          text('ReportTitle', report.title),
          text('ReportAside', notAVote),
          text('ReportContents', '目　录'),
          ...contents([...report.parts, ...report.annexes]),
          ...blocks,
          ...signature(report),
          ...annexes,
        ],
      },
    ],
  })
  return Packer.toBlob(document)
}

/**
 * The parts of the report and their sections, each line a link. Without page numbers: how much a page holds only the
 * word processor knows, and it would ask before it counts. Questions are in its outline.
 */
function contents(parts: readonly Part[]): Paragraph[] {
  const line = (style: 'TOC1' | 'TOC2', words: string, anchor: string) =>
    new Paragraph({
      style,
      children: [new InternalHyperlink({ anchor, children: runs(words, fontOf[style]) })],
    })
  const lines = parts.flatMap(({ id, heading, blocks }) => [
    line('TOC1', heading, id),
    ...blocks.flatMap((block, at) =>
      block.kind === 'heading' ? [line('TOC2', block.text, anchorOf(id, at))] : [],
    ),
  ])
  return [...lines, text('ReportNote', '')]
}

/** By what a line of the contents finds its place. */
const anchorOf = (part: string, at: number) => `${part}-${at}`

/** A heading to which the contents lead. */
function title(
  style: keyof typeof fontOf,
  words: string,
  anchor: string,
  more: { pageBreakBefore?: boolean; indent?: { firstLine: number } } = {},
): Paragraph {
  const mark = new Bookmark({ id: anchor, children: runs(words, fontOf[style]) })
  return new Paragraph({ style, ...more, keepNext: true, children: [mark] })
}

function wordBlock(
  block: Block,
  pictures: ReadonlyMap<string, Picture>,
  anchor: string,
  isLast = false,
): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'paragraph':
      return linesOf(block).map((line) => text('ReportBody', line, isLast))
    case 'heading':
      return [title('ReportSection', block.text, anchor)]
    case 'table':
      return [
        text('ReportCaption', block.caption),
        wordTable(block),
        text('ReportNote', dashes(block)),
      ]
    case 'figure': {
      const { table, sentence, audience } = block
      const plain = figureTable(table)
      const picture = pictures.get(`${audience}-${table.id}`)
      const caption = numberedTitle(table)
      return [
        // What a picture says stands on the same page.
        text('ReportItem', caption, true),
        ...linesOf(sentence).map((line) => text('ReportBody', line, plain !== undefined)),
        ...(plain && picture ? [chart(picture, caption, sentence.text)] : []),
        ...(plain
          ? [wordTable(folded(plain)), text('ReportNote', `${baseLine(table)}${dashes(plain)}`)]
          : []),
      ]
    }
  }
}

// A list of short words goes on in a second row of columns, so that small questions share a page.
function folded({ caption, heads, rows }: PlainTable): PlainTable {
  const long = rows.filter(([label = '']) => label.length > 10)
  if (heads.length !== 3 || rows.length < 6 || long.length * 2 > rows.length)
    return { caption, heads, rows }
  const narrow = [heads[0] ?? '', heads[1] ?? '', '占比']
  const half = Math.ceil(rows.length / 2)
  const beside = rows.slice(half)
  return {
    ...{ caption, heads: [...narrow, ...narrow] },
    rows: rows.slice(0, half).map((row, at) => [...row, ...(beside[at] ?? heads.map(() => ''))]),
  }
}

// In narrow columns a dash stands for what is hidden.
const dashes = ({ heads, rows }: PlainTable) =>
  manyColumns(heads) && rows.some((row) => row.includes(notTold))
    ? `–：不显示，人太少，或者写了就能把人太少的数算出来。`
    : ''

const isWritten = (block: Block) => block.kind !== 'paragraph' || block.text !== ''

// What staff left out of the report is empty.
const linesOf = ({ text }: { text: string }) => (text === '' ? [] : text.split('\n'))

const pixelsPerMillimetre = 96 / 25.4
// As tall as leaves the longest question's table room on the same page.
const tallest = 84

function chart({ png, width, height }: Picture, title: string, description: string): Paragraph {
  const scale = Math.min(typeArea.width / width, tallest / height) * pixelsPerMillimetre
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    // An exact line of the grid would cut the picture off.
    spacing: { before: 40, after: 40, line: 240, lineRule: 'auto' },
    children: [
      new ImageRun({
        ...{ type: 'png', data: png },
        transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
        altText: { name: title, title, description },
      }),
    ],
  })
}

function signature({ issuer, day }: Report): Paragraph[] {
  const line = (words: string, keepNext = false) =>
    new Paragraph({
      ...{ alignment: AlignmentType.RIGHT, indent: { right: 640 }, keepLines: true, keepNext },
      children: runs(words),
    })
  const who = issuer || '（请填写主办单位）'
  // Nobody signs a page on which nothing else stands.
  return [text('ReportBody', '', true), text('ReportBody', '', true), line(who, true), line(day)]
}

const fontOf = {
  ...{ ReportTitle: fonts.title, ReportBody: fonts.body, ReportPart: fonts.part },
  ...{ ReportSection: fonts.section, ReportItem: fonts.body, ReportAside: fonts.section },
  ...{
    ReportCaption: fonts.part,
    ReportNote: fonts.body,
    ReportContents: fonts.part,
    TOC1: fonts.part,
    TOC2: fonts.section,
  },
}

function text(style: keyof typeof fontOf, words: string, keepNext = false): Paragraph {
  const children = runs(words, fontOf[style])
  return new Paragraph({ style, children, ...(keepNext && { keepNext }) })
}

// Official documents use the curved marks of GB/T 15834, pages on a screen the angular ones.
function runs(words: string, font = fonts.body): ParagraphChild[] {
  const curved = words.replaceAll('「', '“').replaceAll('」', '”')
  // A curved mark belongs to the Chinese text around it, or it would come out half as wide.
  return [new TextRun({ text: curved, font: { ...font, hint: 'eastAsia' } })]
}
