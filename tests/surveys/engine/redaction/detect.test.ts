import fc from 'fast-check'
import { expect, test } from 'vitest'
import { detect } from '../../../../surveys/engine/redaction/detect.ts'
import { withoutTraces } from '../../../../web/desk/texts/masks.ts'

test.each([
  ['有事打13800138000', '有事打〔电话〕'],
  ['138 0013 8000 找我', '〔电话〕 找我'],
  ['138-0013-8000', '〔电话〕'],
  ['+86 138 0013 8000', '〔电话〕'],
  ['１３８００１３８０００', '〔电话〕'],
  ['幺三八零零幺三八零零零', '〔电话〕'],
  ['座机021-64561234', '座机〔电话〕'],
  ['家里64561234没人接', '家里〔电话〕没人接'],
  ['身份证310104195001011234', '身份证〔证件号〕'],
  ['31010419500101123X', '〔证件号〕'],
  ['卡号6222 0200 1234 5678 901', '卡号〔号码〕'],
  ['沪A12345老停在门口', '〔车牌〕老停在门口'],
  ['沪A·D12345', '〔车牌〕'],
  ['沪ａ１２３４５', '〔车牌〕'],
  ['车牌是 AF2345', '车牌是 〔车牌〕'],
  ['住12号302室', '住〔门牌〕'],
  ['三号楼二单元五〇一室漏水', '〔门牌〕漏水'],
  ['12弄3号102', '〔门牌〕'],
  ['12-302', '〔门牌〕'],
  ['15号楼3楼', '〔门牌〕'],
  ['我家302室', '我家〔门牌〕'],
  ['微信号 lao_wang88', '微信号 〔账号〕'],
  ['写信到wang@example.com', '写信到〔账号〕'],
  ['王阿姨天天在楼下', '〔人名〕天天在楼下'],
  ['找张建国先生', '找〔人名〕'],
  ['欧阳老师', '〔人名〕'],
  ['楼上老李很吵', '楼上〔人名〕很吵'],
  ['我叫陈小明。', '我叫〔人名〕。'],
  ['我是周静，住这里', '我是〔人名〕，住这里'],
  ['联系人：赵敏', '联系人：〔人名〕'],
  ['我手机139，0013，8000', '我手机〔电话〕'],
  ['护照E12345678', '护照〔证件号〕'],
  ['手机尾号8000', '手机尾号〔证件号〕'],
  ['沪牌A88888', '〔车牌〕'],
  ['加我V：lao-wang', '加我V：〔账号〕'],
  ['QQ群号 12345678', 'QQ群号 〔账号〕'],
  ['楼上张家装修', '楼上〔人名〕装修'],
  ['我是3号楼502的', '我是〔门牌〕的'],
  ['李某天天乱停车', '〔人名〕天天乱停车'],
  ['找我老公吴建军就行', '找我老公〔人名〕就行'],
  ['楼组长徐美珍', '楼组长〔人名〕'],
  ['孩子叫李子涵', '孩子叫〔人名〕'],
  ['社工小周很好', '社工〔人名〕很好'],
  ['门洞8号的张师母', '门洞8号的〔人名〕'],
  ['我是14号甲201的住户', '我是〔门牌〕的住户'],
  ['电话64 38 12 34', '电话〔电话〕'],
  ['楼上502每晚跳绳', '楼上〔门牌〕每晚跳绳'],
  ['联系王秀英13812345678', '联系〔人名〕〔电话〕'],
  ['联系王秀英，谢谢', '联系〔人名〕，谢谢'],
  ['有事找李建国', '有事找〔人名〕'],
  ['我叫王秀英住这里', '我叫〔人名〕住这里'],
  ['可以打给王小明 138 1234 5678', '可以打给〔人名〕 〔电话〕'],
  ['王秀英，13812345678', '〔人名〕，〔电话〕'],
  ['王秀英的电话是13812345678', '〔人名〕的电话是〔电话〕'],
  ['联系人欧阳敏：64561234', '联系人〔人名〕：〔电话〕'],
  ['13812345678（王秀英）', '〔电话〕（〔人名〕）'],
  ['13812345678王秀英', '〔电话〕〔人名〕'],
  ['联系方式13812345678', '联系方式〔电话〕'],
  ['施工队13812345678', '施工队〔电话〕'],
  ['谢谢13812345678', '谢谢〔电话〕'],
  ['方便的话，13812345678', '方便的话，〔电话〕'],
  ['坏了很久没人管，13812345678', '坏了很久没人管，〔电话〕'],
])('%s is released as %s', (text, released) => {
  expect(withoutTraces(text)).toBe(released)
})

test.each([
  '希望12号楼门口装一盏路灯',
  '小马路上的车太快，小学门口堵',
  '老人多，老房子没有电梯',
  '二〇二六年三月二日以前能好吗',
  '20260302的通知没看到',
  '打12345没有用，110来过',
  '三村和四村之间修一条路',
  '活动室晚上八点就关门，周围的居民没地方去',
  '两室一厅太小',
  '花300元也行，500人签了名',
  '居委会主任来看过',
  '3号、4号楼之间的树',
  '国家政策好，家家户户都受益',
  '1、路灯 2、座椅 3、停车',
  '一楼到六楼都要装扶手',
  '小区周边、周围的路都修一修，周末开放',
  '业主大会，业主有权知道',
  '邻居高空抛物',
  '保安金属棍子响',
  '电话打不通',
  '楼上住了300户',
  '每天7:30到8:30，300多辆车进出',
  '联系方式不对，找施工队的人来',
  '找管理处没有用',
  '想找张椅子，坐坐',
])('%s is left as it is', (text) => {
  expect(detect(text)).toEqual([])
})

test('findings are in order, apart from each other and inside the text, whatever is written', () => {
  const part = fc.constantFrom(
    '王阿姨',
    '12号302室',
    '138',
    '00138000',
    '沪A',
    '12345',
    '，',
    '我叫',
  )
  const written = fc.array(fc.oneof(part, fc.string({ unit: 'grapheme' })), { maxLength: 12 })
  fc.assert(
    fc.property(written, (parts) => {
      const text = parts.join('')
      let at = 0
      for (const { from, to } of detect(text)) {
        expect(from).toBeGreaterThanOrEqual(at)
        expect(to).toBeGreaterThan(from)
        at = to
      }
      expect(at).toBeLessThanOrEqual(text.length)
    }),
  )
})

test('a mobile number is found wherever it stands and however it is spaced', () => {
  const around = fc.array(fc.constantFrom('请', '联系', '，', '谢谢', '楼'), { maxLength: 4 })
  const digits = fc.tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }))
  const gap = fc.constantFrom('', ' ', '-', '  ', '.')
  fc.assert(
    fc.property(around, digits, gap, around, (before, [second, rest], between, after) => {
      const number = `1${second}${String(rest).padStart(9, '0')}`
      const spaced = [number.slice(0, 3), number.slice(3, 7), number.slice(7)].join(between)
      const released = withoutTraces(before.join('') + spaced + after.join(''))
      expect(released).toBe(`${before.join('')}〔电话〕${after.join('')}`)
    }),
  )
})

test('a name beside a telephone goes with it, wherever it stands and whatever leads to it', () => {
  const surnames = fc.constantFrom('王', '李', '张', '刘', '陈', '欧阳')
  const givens = fc.constantFrom('秀英', '建国', '敏', '小明', '子涵', '大勇')
  const leads = fc.constantFrom(
    '联系',
    '找',
    '请打给',
    '我是',
    '姓名',
    '联系人：',
    '路灯坏了，',
    '',
  )
  const gaps = fc.constantFrom('', ' ', '：', '，', '的电话', ' 手机：')
  fc.assert(
    fc.property(surnames, givens, leads, gaps, (surname, given, lead, gap) => {
      const released = withoutTraces(`${lead}${surname}${given}${gap}13812345678`)
      expect(released).toBe(`${lead}〔人名〕${gap}〔电话〕`)
    }),
  )
})

test('hostile text is looked through to its end', () => {
  for (const piece of ['1 ', '12号', '王', '沪A ', '一', 'a@', '微信 ', '1-']) {
    const text = `${piece.repeat(4000)}。电话13812345678`
    const last = detect(text).at(-1)
    expect([piece, last?.kind, last?.to]).toEqual([piece, 'phone', text.length])
  }
})
