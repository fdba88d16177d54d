import type { Section } from '../../engine/definition.ts'
import { option, other, t } from '../words.ts'

/** Advice, speaking up and taking part: Q15–Q17. */
export const together: Section = {
  id: 'together',
  title: t('一起出力', 'Doing it together'),
  questions: [
    {
      id: 'Q15',
      number: '15',
      kind: 'multiple',
      title: t(
        '如果请律师定期来小区，您或家人可能想问哪方面？',
        'If a lawyer came to the neighbourhood regularly, what might you or your family ask about?',
      ),
      max: 2,
      options: [
        option('housing', '租房买房', 'Renting or buying a home'),
        option('neighbours', '邻里和物业', 'Neighbours and property management'),
        option('family', '婚姻、继承、赡养', 'Marriage, inheritance, supporting parents'),
        option('work', '打工、工资、社保', 'Work, wages, social insurance'),
        option('fraud', '消费、防骗', 'Shopping disputes and fraud'),
        option('lifts', '加装电梯等楼里的事', 'Lifts and other matters of the building'),
        other(),
        option('noneed', '暂时用不上', 'No need at present', { exclusive: true }),
      ],
    },
    {
      id: 'Q16',
      number: '16',
      kind: 'multiple',
      title: t(
        '平时有意见或建议，您通常怎么说？',
        'When you have a concern or a suggestion, how do you usually raise it?',
      ),
      max: 2,
      options: [
        option('committee', '找居委会当面说', 'I tell the residents’ committee in person'),
        option('volunteers', '楼组长、志愿者', 'Building wardens or volunteers'),
        option('owners', '业委会或物业', 'Owners’ committee or property management'),
        option('wechat', '居民微信群', 'Residents’ WeChat group'),
        option('hotline', '打 12345', 'The 12345 hotline'),
        option('apps', '随申办等手机渠道', 'Suishenban or other mobile services'),
        option('mailbox', '投邮筒、写信', 'A mailbox or a letter'),
        option('silent', '一般不说', 'I usually don’t', { exclusive: true }),
        option('unknown', '不知道找谁', 'I don’t know whom to ask', { exclusive: true }),
      ],
    },
    {
      id: 'Q17',
      number: '17',
      kind: 'multiple',
      title: t('接下来，您愿意怎样参与？', 'How would you like to take part from here?'),
      max: 3,
      options: [
        option('results', '看结果公示就行', 'Reading the published results is enough'),
        option('hearing', '参加听证会、讨论会', 'Joining hearings and discussions'),
        option('plans', '一起看设计图提意见', 'Looking at the plans together and commenting'),
        option('help', '帮忙布置、种花、值守', 'Helping to set up, plant or keep watch'),
        option('notime', '暂时没时间', 'No time at present', { exclusive: true }),
      ],
    },
  ],
}

const noNames = t(
  '请不要写姓名、电话、门牌号。',
  'Please do not write names, telephone numbers or door numbers.',
)

/** The resident's own words: Q18. Each may be left blank. */
export const ownWords: Section = {
  id: 'words',
  title: t(
    '您还有什么话想写进邮筒？',
    'Is there anything else you would like to post in the mailbox?',
  ),
  intro: noNames,
  questions: [
    {
      id: 'Q18a',
      number: '18a',
      kind: 'text',
      title: t('我发现的问题：', 'A problem I have noticed:'),
      long: true,
      limit: 300,
    },
    {
      id: 'Q18b',
      number: '18b',
      kind: 'text',
      title: t('我的建议：', 'My suggestion:'),
      hint: t(
        '遮住能认出人的地方以后，可能会贴出来。',
        'It may be shown, without anything that tells who wrote it.',
      ),
      long: true,
      limit: 300,
    },
    {
      id: 'Q18c',
      number: '18c',
      kind: 'text',
      title: t('在哪里（可不填）：', 'Where (you may leave this blank):'),
      limit: 300,
    },
  ],
}
