import {
  AlignmentType,
  convertMillimetersToTwip,
  DocumentGridType,
  Footer,
  type ISectionPropertiesOptions,
  type IStylesOptions,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'

/**
 * The measures of an official document, GB/T 9704-2012: A4, 37 mm above and 28 mm left of a type area of
 * 156 × 225 mm, on it 22 lines of 28 characters; title in size 2 (22 pt), everything else in size 3 (16 pt).
 * Fonts are named, not embedded: where one is missing, the word processor takes another of its kind.
 */
export const typeArea = { width: 156, height: 225 }
const lines = 22
const characters = 28
const bodyPoints = 16

const mm = convertMillimetersToTwip
const twipsOf = (millimetres: number) => (millimetres * 1440) / 25.4

export function font(eastAsia: string) {
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia }
}

export const fonts = {
  title: font('方正小标宋简体'),
  body: font('仿宋_GB2312'),
  part: font('黑体'),
  section: font('楷体_GB2312'),
  number: { ascii: '宋体', hAnsi: '宋体', cs: '宋体', eastAsia: '宋体' },
}

/** Styles by the names that stand in the document, so that staff can change them all at once. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: fonts.body, size: `${bodyPoints}pt`, language: { eastAsia: 'zh-CN' } },
    },
  },
  paragraphStyles: [
    {
      ...{ id: 'ReportTitle', name: '公文标题', basedOn: 'Normal', next: 'ReportBody' },
      run: { font: fonts.title, size: '22pt' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 560 } },
    },
    {
      ...{ id: 'ReportBody', name: '公文正文', basedOn: 'Normal', next: 'ReportBody' },
      paragraph: {
        alignment: AlignmentType.BOTH,
        indent: { firstLineChars: 200, firstLine: 2 * bodyPoints * 20 },
      },
    },
    heading('ReportPart', '公文一级标题', fonts.part, 0),
    heading('ReportSection', '公文二级标题', fonts.section, 1),
    {
      ...{ id: 'ReportCaption', name: '公文图表标题', basedOn: 'Normal' },
      run: { font: fonts.part, size: '12pt' },
      paragraph: {
        ...{ alignment: AlignmentType.CENTER, keepNext: true },
        spacing: { before: 160, after: 60, line: 360 },
      },
    },
    {
      ...{ id: 'ReportNote', name: '公文图表说明', basedOn: 'Normal' },
      run: { size: '10.5pt' },
      paragraph: { spacing: { before: 60, after: 200, line: 300 } },
    },
    {
      ...{ id: 'ReportCell', name: '公文表格', basedOn: 'Normal' },
      run: { size: '12pt' },
      paragraph: { spacing: { line: 300 } },
    },
  ],
}

function heading(id: string, name: string, font: typeof fonts.part, outlineLevel: number) {
  return {
    ...{ id, name, basedOn: 'Normal', next: 'ReportBody', run: { font } },
    paragraph: {
      ...{ outlineLevel, keepNext: true },
      indent: { firstLineChars: 200, firstLine: 2 * bodyPoints * 20 },
    },
  }
}

export const page: ISectionPropertiesOptions = {
  page: {
    size: { width: mm(210), height: mm(297) },
    margin: {
      ...{ top: mm(37), left: mm(28), right: mm(210 - 28 - typeArea.width) },
      bottom: mm(297 - 37 - typeArea.height),
      // The page number stands 7 mm below the type area.
      footer: mm(297 - 37 - typeArea.height - 7 - 6),
    },
  },
  grid: {
    type: DocumentGridType.LINES_AND_CHARS,
    linePitch: Math.floor(twipsOf(typeArea.height) / lines),
    // How much wider than the letters of the body a place on the grid is, in 4096ths of a point.
    charSpace: Math.floor((twipsOf(typeArea.width) / 20 / characters - bodyPoints) * 4096),
  },
}

/** — 1 —, outside: right on odd pages, left on even ones, one character in. */
export function pageNumber(side: 'left' | 'right'): Footer {
  const run = { font: fonts.number, size: '14pt' as const }
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
        indent: side === 'left' ? { left: 280 } : { right: 280 },
        children: [new TextRun({ ...run, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })
}
