/** What is written down, by what it is about; each with the words of the desk. */
const deeds = {
  looks: {
    'look at response': '查看一份答卷',
    'look at responses': '打开儿童答卷',
    'look at pictures': '打开儿童的画和照片',
    'look at texts': '打开儿童写的话',
    'open contact': '查看联系方式',
    'export responses': '导出单份答卷',
    'export suggestions': '下载建议台账',
    'export workbook': '导出工作簿',
  },
  accounts: {
    ...{ 'sign in': '登录', 'sign out': '退出', 'confirm password': '再输一次密码' },
    ...{ invite: '生成邀请链接', join: '设好账号', 'change role': '改角色' },
    ...{ 'close account': '停用账号', 'change password': '换密码' },
    'make password link': '给同事换密码的链接',
  },
  residents: {
    ...{ 'correct response': '更正答卷', 'delete response': '删除答卷' },
    ...{ 'withdraw contact': '收回联系方式', 'expire contacts': '到期删除联系方式' },
  },
  others: {
    ...{ 'open consultation': '打开征询', 'close consultation': '结束征询' },
    ...{ 'publish version': '发布新版问卷', 'change particulars': '改联系信息' },
    ...{ 'add mailbox': '添邮筒', 'rename mailbox': '改邮筒名称', 'retire mailbox': '停用邮筒' },
    ...{ 'tie mailbox': '改邮筒用于哪次征询', 'set households': '填户数', 'set targets': '填构成' },
    ...{ 'open assisted session': '开代填链接', 'end assisted session': '停代填链接' },
    ...{ 'open kiosk session': '开现场设备', 'end kiosk session': '停现场设备' },
    ...{ 'add recording': '加录音', 'remove recording': '删录音', 'enter holidays': '改节假日' },
    ...{ 'photo approved': '照片通过', 'photo refused': '照片不通过', 'photo held': '照片再等等' },
    ...{ 'add picture code': '给画归类', 'remove picture code': '取消画的归类' },
    ...{
      'propose exclusion': '提议不计入',
      'response excluded': '不计入',
      'response kept': '照常计入',
    },
    ...{ 'register suggestion': '登记建议', 'assign suggestion': '交办建议' },
    ...{ 'archive suggestion': '归档建议', 'restore suggestion': '取消归档建议' },
    ...{ 'suggestion adopted': '答复：采纳' },
    ...{ 'suggestion partly': '答复：部分采纳', 'suggestion explained': '答复：解释说明' },
    ...{ 'suggestion declined': '答复：不采纳', 'suggestion routed': '答复：转信访或 12345' },
    ...{ 'propose text': '提出公开的写法', 'release text': '放行公开的写法' },
    ...{ 'take text back': '收回公开的写法', 'write decision': '写决定' },
    ...{ 'rewrite decision': '改决定', 'publish decision': '公开决定' },
    ...{ 'discard decision': '删掉决定', 'decision planned': '决定：已定下' },
    ...{ 'decision doing': '决定：正在办', 'decision done': '决定：办好了' },
    ...{
      'draft release': '起草公示',
      'publish release': '公布公示',
      'end release': '收回或放下公示',
    },
    ...{ 'edit report': '改报告', 'restore report': '报告恢复原句' },
    ...{
      'add code': '加分类',
      'change code': '改分类',
      'remove code': '删分类',
      'restore code': '恢复分类',
    },
    ...{ 'code text': '归类', 'code text again': '第二人归类', 'settle coding': '商定归类' },
    ...{ 'merge texts': '合成一件事', 'keep texts apart': '不是一件事', 'unlink texts': '分开' },
    ...{ 'add words': '加词', 'remove words': '去词', 'restore word': '恢复词' },
    ...{ 'add grouping': '加分组', 'remove grouping': '删分组' },
  },
} as const satisfies Record<string, Record<string, string>>

export type DeedKind = keyof typeof deeds
export const deedKinds: readonly DeedKind[] = ['looks', 'accounts', 'residents', 'others']

export const deedsOf = (kind: DeedKind): string[] => Object.keys(deeds[kind])

export function deedKindName(kind: DeedKind | undefined): string {
  switch (kind) {
    case undefined:
      return '全部'
    case 'looks':
      return '查看和导出'
    case 'accounts':
      return '账号和登录'
    case 'residents':
      return '居民自己'
    case 'others':
      return '其他改动'
  }
}

/** What somebody did, in the words of the desk; as it was written down where there are none. */
export function deedName(action: string): string {
  const named = Object.values(deeds).flatMap((kind) => Object.entries(kind))
  return named.find(([name]) => name === action)?.[1] ?? action
}
