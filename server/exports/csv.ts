/** Excel takes a file without it for the local code page and garbles Chinese. */
export const byteOrderMark = '\uFEFF'

/** One line of CSV. A number is written as a number; every text is quoted and cannot become a formula. */
export function csvLine(cells: (string | number | null | undefined)[]): string {
  return `${cells.map((cell) => csvCell(cell ?? '')).join(',')}\r\n`
}

export function csvCell(cell: string | number): string {
  return typeof cell === 'number' ? String(cell) : `"${plainText(cell).replaceAll('"', '""')}"`
}

/**
 * A spreadsheet runs a cell that begins like a formula, also behind blanks and in a later line of
 * the cell. An apostrophe in front makes it text; taking the first one off gives back the original.
 */
export function plainText(text: string): string {
  const isFormula = /^[\t\r]/.test(text) || text.split(lineEnd).some(looksLikeFormula)
  return isFormula ? `'${text}` : text
}

const lineEnd = /\r\n|[\n\r\u2028\u2029\u0085]/

// Blanks, marks of invisible width and of writing direction, behind which a formula may hide.
const invisible = /^[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]+/u

function looksLikeFormula(line: string): boolean {
  return /^[=+\-@|%＝＋－＠]/u.test(line.replace(invisible, ''))
}

/** The headers of a file that is saved, never shown; named from ids only. */
export function downloadHeaders(fileName: string, type: string): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    'X-Content-Type-Options': 'nosniff',
  }
}
