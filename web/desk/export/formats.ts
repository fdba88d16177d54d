/** What single responses can be written as, the most usual first. */
export const exportFormats = ['csv', 'xlsx', 'sav', 'jsonl'] as const
export type ExportFormat = (typeof exportFormats)[number]

export function formatName(format: ExportFormat): string {
  switch (format) {
    case 'csv':
      return 'CSV：Excel、WPS、R 都能打开'
    case 'xlsx':
      return 'XLSX：Excel 表格，题目和选项写成文字'
    case 'sav':
      return 'SAV：SPSS、PSPP，带中文标签和缺失代码'
    case 'jsonl':
      return 'JSON Lines：给程序读，一行一份'
  }
}
