import type { Finding, Revealing } from './detect.ts'

/** Telephones, ID and other long numbers, plates, doors, mail and chat accounts. */
export function numberFindings(text: string): Finding[] {
  const figures = inFigures(text)
  return [
    ...longNumbers(figures),
    ...matches(figures, 'phone', landline, standsAlone),
    ...matches(figures, 'phone', toldPhone),
    ...matches(figures, 'phone', phoneInParts, standsAlone),
    ...matches(figures, 'id-number', toldPaper),
    ...matches(text, 'plate', plate),
    ...matches(text, 'plate', toldPlate),
    ...doors.flatMap((door) => matches(text, 'door', door, standsAlone)),
    ...matches(text, 'account', mail),
    ...matches(text, 'account', chat),
  ]
}

// 一三八 and 幺三八 are read out like 138. One character each, so that places stay.
const spoken: Record<string, string> = {
  ...{ 零: '0', 〇: '0', 一: '1', 幺: '1', 二: '2', 两: '2', 三: '3', 四: '4' },
  ...{ 五: '5', 六: '6', 七: '7', 八: '8', 九: '9', 壹: '1', 贰: '2', 叁: '3', 肆: '4' },
  ...{ 伍: '5', 陆: '6', 柒: '7', 捌: '8', 玖: '9' },
}
const inFigures = (text: string) =>
  text.replace(/[零〇一幺二两三四五六七八九壹贰叁肆伍陆柒捌玖]/g, (one) => spoken[one] ?? one)

// Nine figures and more, however they are spaced: nobody counts that far in a wish.
function longNumbers(text: string): Finding[] {
  return matches(text, 'long-number', /(?:\+ ?)?\d(?:[ \-_.·—–]{0,2}\d){8,}(?: ?[Xx])?/g).map(
    (one) => {
      const digits = text.slice(one.from, one.to).replace(/[^\dXx]/g, '')
      return { ...one, kind: kindOf(digits) }
    },
  )
}

function kindOf(digits: string): Revealing {
  if (/^(?:(?:00)?86)?1[3-9]\d{9}$/.test(digits)) return 'phone'
  if (/^\d{17}[\dXx]$/.test(digits) || /^\d{15}$/.test(digits)) return 'id-number'
  if (/^0\d{2,3}[2-9]\d{6,7}$/.test(digits)) return 'phone'
  return 'long-number'
}

// Eight figures in Shanghai, unless they are a date.
const landline = /(?!(?:19|20)\d\d[01]\d[0-3]\d(?!\d))[2-9]\d{3}[ -]?\d{4}(?!\d)/g
const toldPhone = /(?:电话|手机|座机|联系方式|打给我|号码)[^\d\n，。；,;]{0,4}((?:\d[ -]?){6,}\d)/g

// 139，0013，8000, as it is said aloud.
const phoneInParts = /1[3-9]\d[,，、。 ]{1,2}\d{4}[,，、。 ]{1,2}\d{4}(?!\d)/g
const toldPaper =
  /(?:(?:护照|通行证|驾驶证|社保卡|医保卡)[^A-Za-z\d\n，。]{0,4}|尾号[^\d\n，。]{0,2})([A-Za-z]?\d{3,}[A-Za-z\d]*)/g

const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'
const plate = new RegExp(
  `[${provinces}]牌?[ ]?[A-HJ-NP-Za-hj-np-z][ ·•.\\-]?(?:[A-HJ-NP-Za-hj-np-z0-9][ ]?){4,5}[A-HJ-NP-Za-hj-np-z0-9学警港澳挂领]`,
  'g',
)
const toldPlate =
  /(?:车牌|牌照)[^A-Za-z0-9\n，。]{0,4}([A-Za-z0-9][A-Za-z0-9·\- ]{3,7}[A-Za-z0-9])/g

// 12号302室, 三幢二单元501, 12弄3号102: a house together with a flat. The house alone is a place, and is kept.
const n = '(?:\\d{1,4}|[零〇一二三四五六七八九十百两]{1,5})'
const lane = `(?:${n} ?(?:支弄|弄|街坊) ?)?`
const house = `${n} ?(?:号楼|号门|号|幢|栋|座|单元)(?:楼|门|[甲乙丙丁])?[ ,，-]?`
const inside = `(?:${n} ?(?:单元|门|号|层|楼)[ ,，-]?)?`
const doors = [
  new RegExp(`${lane}(?:${house}){1,2}${inside}${n} ?(?:室|房间|房|户|层|楼)`, 'g'),
  new RegExp(
    `${lane}${house}${inside}(?:\\d{3,4}|[零〇一二三四五六七八九]{3,4})(?![\\d年月日号人户个块元米平次条弄路%])`,
    'g',
  ),
  /(?:\d{3,4}|[零〇一二三四五六七八九]{3,4}) ?(?:室|号房|房间)/g,
  /(?:楼上|楼下|隔壁|对门|对面|家住|住在?) ?(\d{3,4})(?![\d年月日号人户个块元米平次条])/g,
  /\d{1,3} ?[-－—–/] ?(?:\d{1,2} ?[-－—–/] ?)?\d{3,4}(?![\d年月日号人户个块元米平次条-])/g,
]

const mail = /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+/g
const chat =
  /(?:微信|威信|薇信|企鹅|抖音|QQ|qq|[VvWw][Xx]|[Vv]信|加我?[Vv]|weixin)群?(?:号|ID|id)?[是为:： ]{0,3}([A-Za-z0-9_-]{5,24})/g

/** A match that only begins or ends in the midst of a longer number is none. */
function standsAlone(text: string, from: number): boolean {
  return !/[\d.\-—–－/]/.test(text[from - 1] ?? '')
}

/** Where a pattern holds; of what leads to it, as 电话 does, only the part in brackets tells something. */
function matches(
  text: string,
  kind: Revealing,
  pattern: RegExp,
  holds: (text: string, from: number) => boolean = () => true,
): Finding[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: found, 1: part = found, index }) => {
    const from = index + found.lastIndexOf(part)
    return holds(text, index) ? [{ kind, from, to: from + part.trimEnd().length }] : []
  })
}
