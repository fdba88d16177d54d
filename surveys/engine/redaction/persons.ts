import type { Finding } from './detect.ts'

/** People called by name: 王阿姨, 张建国先生, 老李, 我叫某某. */
export function personFindings(text: string): Finding[] {
  const found: Finding[] = []
  for (const pattern of [titled, familiar]) {
    for (const { 0: words, index } of text.matchAll(pattern)) {
      found.push({ kind: 'name', from: index, to: index + words.length })
    }
  }
  for (const pattern of [introduced, selfNamed, related]) {
    for (const { 0: words, 1: name = '', index } of text.matchAll(pattern)) {
      const from = index + words.indexOf(name, words.length - name.length)
      found.push({ kind: 'name', from, to: from + name.length })
    }
  }
  return found
}

/** Whose telephone it is: a surname and a name right before the number or right after it. */
export function namesBeside(text: string, phones: readonly Finding[]): Finding[] {
  return phones.flatMap(({ from, to }) => {
    const start = Math.max(0, from - reach)
    const before = text.slice(start, from)
    const name = nameBefore.exec(before) ?? clauseBefore.exec(before)
    if (name?.[1]) return [nameAt(start + name.index + name[0].indexOf(name[1]), name[1])]
    const after = nameAfter.exec(text.slice(to, to + reach))
    return after?.[1] ? [nameAt(to + after[0].indexOf(after[1]), after[1])] : []
  })
}

const nameAt = (from: number, name: string): Finding => ({
  ...{ kind: 'name', from },
  to: from + name.length,
})

const compound = '欧阳|上官|司马|诸葛|夏侯|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|端木|南宫'
// The commonest surnames; those that are everyday words as well (于 和 时 从 安 …) are left to the eye.
const common =
  '王李张刘陈杨赵黄周吴徐孙朱马胡郭林何高罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董潘袁蔡蒋余杜叶程魏苏吕丁任沈姚卢姜崔钟谭陆汪范廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛阎段雷龙史陶贺顾毛郝龚邵万钱严覃武戴莫孔汤俞庄倪祝仇申季葛柳殷施凌管茅浦乔奚翁虞华盛濮宣鲍俆傅裘瞿瞿竺郁'
const surname = `(?:${compound}|[${common}])`
// What never stands inside a given name, so that 「周围的阿姨」 is not Mr Zhou.
const given =
  '[^\\s\\d\\p{P}a-zA-Z的了和与跟给在是我你他她它有这那不很把被对让请找叫个位名些老小大人们着过也都就还要向从为区楼号园路里上下]'
// Words that begin like a surname: 联系方式 is not Mr Fang, 找施工队 not Mr Shi.
const everyday =
  '(?!方[式便法向]|周[末围边年期一二三四五六日天]|高[兴中空层龄压温峰考楼]|谢谢|任[何意务]|万[一能元]|管[理道]|施工|金[额融属]|严[重禁]|马[上路桶]|范围|程[序度]|石[头板]|白[天色]|夏[天季]|许[多可]|张[桌椅凳纸床贴]|申请|顾[客问])'
const title =
  '先生|女士|小姐|阿姨|叔叔|伯伯|伯母|爷爷|奶奶|外公|外婆|大爷|大妈|大叔|大婶|大姐|大哥|阿婆|阿公|爷叔|老伯|老太|太太|师傅|师母|老师|老板|教练|医生|大夫|书记|主任|经理|站长|所长|队长|局长|会计|律师|警官|保安|同志|同学|小朋友|妈妈|爸爸'
const titled = new RegExp(`${surname}${given}{0,2}(?:${title})`, 'gu')

// 老张, 小李, 阿陈; without surnames that 小 or 老 turn into other words (小路, 小马路, 小孙子).
const plainSurname =
  '王李张刘陈赵周杨吴徐朱胡郭林罗郑梁谢宋韩冯邓曾彭吕苏卢蒋蔡贾魏薛阎潘杜戴汪姚谭廖邹熊陆郝崔邱秦侯邵孟尹黎贺赖龚沈俞倪'
const familiar = new RegExp(
  `(?:[老小阿][${plainSurname}]|[${plainSurname}](?:老|总|工|姐|哥|叔|姨|伯|婶|某|家))(?![年板师人化旧具庭长务园围边末期日到])`,
  'gu',
)

const introduced =
  /(?:我叫|本人叫|姓名|联系人|名字叫|名字是|名叫|署名)[:： 是为]{0,2}([\p{Script=Han}·]{2,4})(?=[，。！；、,.!;\s]|$)/gu
const selfNamed = new RegExp(
  `(?:我是|本人|我姓|居民)[:： ]?(${surname}[\\p{Script=Han}]{0,2})(?=[，。！；、,.!;\\s]|$)`,
  'gu',
)

// 我老公吴建军, 楼组长徐美珍: after a word for somebody, a surname and a name, up to where the sentence goes on.
const related = new RegExp(
  `(?:老公|老婆|爱人|丈夫|妻子|老伴|儿子|女儿|孙子|孙女|外孙|父亲|母亲|邻居|组长|楼长|社工|书记|主任|经理|保安|户主|业主|房东|租客|叫|找|联系)(${everyday}${surname}${given}{1,2})(?=[，。！；、,.!;：:（(\\s\\d]|$|[的说在是就来去和与跟不很每经没有也都把让住])`,
  'gu',
)

// Beside a telephone a given name may be any but these, which lead to the number or end the name of an office.
const givenBeside =
  '(?![的了和与跟给在是我你他她这那找打拨电话手机联系请叫队局科站司部处方谢号室楼])\\p{Script=Han}'
const nameBeside = `(${everyday}${surname}(?:${givenBeside}){1,2})`
const toNumber = '(?:的?(?:电话|手机|座机|号码)号?(?:是|为)?)?[\\s:：]{0,2}(?:\\+?86 ?)?$'
const nameBefore = new RegExp(`${nameBeside}[\\s:：（(、\\-—]{0,3}${toNumber}`, 'u')
// Before a comma only where the name begins the clause, or a word leads to it.
const clauseBefore = new RegExp(
  `(?<=^|[^\\p{Script=Han}]|联系人?|姓名|[找叫是给])${nameBeside}[，,。.] ?${toNumber}`,
  'u',
)
const nameAfter = new RegExp(`^[\\s，,：:（(]{0,2}${nameBeside}(?!\\p{Script=Han})`, 'u')
const reach = 20
