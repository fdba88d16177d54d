import {
  AlignmentType,
  convertMillimetersToTwip,
  Footer,
  type ISectionPropertiesOptions,
  type IStylesOptions,
  LineRuleType,
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
const bodyPoints = 16
// Twentieths of a point: 28 characters of 16 pt are a little wider than 156 mm, so they stand a little closer.
// A grid would say the same of lines and characters, but it stretches tables too, and LibreOffice gives a character
// that is too wide for its place two of them.
const closer = -5

const mm = convertMillimetersToTwip
// Every line of the body is as high as 22 of them on a page make it: 28.95 pt.
const line = {
  line: Math.floor((typeArea.height * 1440) / 25.4 / lines),
  lineRule: LineRuleType.EXACT,
}

function font(eastAsia: string) {
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia }
}

export const fonts = {
  title: font('方正小标宋简体'),
  body: font('仿宋_GB2312'),
  part: font('黑体'),
  section: font('楷体_GB2312'),
  number: { ascii: '宋体', hAnsi: '宋体', cs: '宋体', eastAsia: '宋体' },
}

/** Sizes are in half points. Styles by the names that stand in the document, so that staff can change them all at once. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: fonts.body, size: 2 * bodyPoints, language: { eastAsia: 'zh-CN' } },
    },
  },
  paragraphStyles: [
    {
      ...{ id: 'ReportTitle', name: '公文标题', basedOn: 'Normal', next: 'ReportBody' },
      run: { font: fonts.title, size: 44 },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { ...line, before: 290, after: 200 } },
    },
    {
      ...{ id: 'ReportBody', name: '公文正文', basedOn: 'Normal', next: 'ReportBody' },
      run: { characterSpacing: closer },
      paragraph: {
        ...{ alignment: AlignmentType.BOTH, spacing: line },
        indent: { firstLineChars: 200, firstLine: 2 * bodyPoints * 20 },
      },
    },
    {
      ...{ id: 'ReportAside', name: '公文题注', basedOn: 'Normal', next: 'ReportBody' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { ...line, after: 300 } },
    },
    heading('ReportItem', '公文三级标题', fonts.body, 2, true),
    heading('ReportPart', '公文一级标题', fonts.part, 0),
    heading('ReportSection', '公文二级标题', fonts.section, 1),
    ...['TOC1', 'TOC2'].map(contentsLine),
    {
      ...{ id: 'ReportContents', name: '公文目录标题', basedOn: 'Normal' },
      run: { font: fonts.part },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { ...line, before: 240, after: 120 } },
    },
    {
      ...{ id: 'ReportCaption', name: '公文图表标题', basedOn: 'Normal' },
      run: { font: fonts.part, size: 24 },
      paragraph: {
        ...{ alignment: AlignmentType.CENTER, keepNext: true },
        spacing: { before: 120, after: 60, line: 400, lineRule: LineRuleType.EXACT },
      },
    },
    {
      ...{ id: 'ReportNote', name: '公文图表说明', basedOn: 'Normal' },
      run: { size: 21 },
      paragraph: { spacing: { before: 40, after: 80, line: 280, lineRule: LineRuleType.EXACT } },
    },
    {
      ...{ id: 'ReportCell', name: '公文表格', basedOn: 'Normal' },
      run: { size: 21 },
      paragraph: { spacing: { line: 270, lineRule: LineRuleType.EXACT } },
    },
  ],
}

/** A line of the contents; sections stand further in. */
function contentsLine(id: string, level: number) {
  return {
    ...{ id, name: `toc ${level + 1}`, basedOn: 'Normal' },
    run: { size: level === 0 ? 24 : 21 },
    paragraph: {
      spacing: { line: level === 0 ? 400 : 340, lineRule: LineRuleType.EXACT },
      indent: { left: 420 + level * 420 },
    },
  }
}

function heading(
  id: string,
  name: string,
  font: typeof fonts.part,
  outlineLevel: number,
  bold = false,
) {
  return {
    ...{ id, name, basedOn: 'Normal', next: 'ReportBody' },
    run: { font, characterSpacing: closer, bold },
    paragraph: {
      ...{ outlineLevel, keepNext: true, spacing: line },
      indent: { firstLineChars: 200, firstLine: 2 * bodyPoints * 20 },
    },
  }
}

export const page: ISectionPropertiesOptions = {
  page: {
    size: { width: 11_906, height: 16_838 },
    margin: {
      ...{ top: mm(37), left: mm(28), right: mm(210 - 28 - typeArea.width) },
      bottom: mm(297 - 37 - typeArea.height),
      // The page number stands 7 mm below the type area.
      footer: mm(297 - 37 - typeArea.height - 7 - 6),
    },
  },
}

/** — 1 —, outside: right on odd pages, left on even ones, one character in. */
export function pageNumber(side: 'left' | 'right'): Footer {
  const run = { font: fonts.number, size: 28 }
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
