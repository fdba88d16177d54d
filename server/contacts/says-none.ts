/** Whether somebody wrote, in place of a contact, that there is none: 「没有」, 「无。」, "none", or a dash. */
export function saysNone(text: string): boolean {
  const bare = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  return bare === '' || none.has(bare)
}

// The whole of what was written, never a part: 「没有微信，打 54650000」 is a contact.
const none = new Set([
  ...['没有', '没', '无', '沒有', '無', '暂无', '都没有', '没有的', '没有哦', '无可奉告'],
  ...['没有电话', '没有手机', '没有微信', '没有联系方式', '无电话', '无联系方式'],
  ...['不留', '不留了', '不想留', '不填', '不写', '不说', '不想说', '不用', '不用了', '不必'],
  ...['不需要', '不方便', '不愿意', '算了', '匿名', '保密'],
  ...['no', 'none', 'nope', 'nothing', 'nil', 'null', 'na', 'nocontact', 'nophone'],
  ...['nothanks', 'nothankyou', 'anonymous'],
])
