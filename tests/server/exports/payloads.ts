// Whatever may stand before a sign that a spreadsheet takes for the beginning of a formula.
const before = ['', ' ', '\u00a0', '\u3000', '\u200b', '\u202e', '\ufeff', '好\n', '"', '_x003D_']
const signs = ['=', '+', '-', '@', '|', '%', '＝', '＋', '－', '＠']
const rests = ['1+1', 'SUM(A1)', 'HYPERLINK("http://evil","点")', "cmd|' /C calc'!A0", 'A1&"<b>"']

/** Five hundred texts that people might write so that a spreadsheet runs them. */
export const payloads = before.flatMap((start) =>
  signs.flatMap((sign) => rests.map((rest) => `${start}${sign}${rest}`)),
)
