import type { Section } from '../../engine/definition.ts'
import { option, other, t } from '../words.ts'
import { livesHere } from './adult-routes.ts'
import { villages } from './villages.ts'

/** Who answers, and how life in the neighbourhood is now: Q1–Q7. */
export const aboutYou: Section = {
  id: 'about',
  title: t('先认识一下您', 'First, a little about you'),
  questions: [
    {
      id: 'Q1',
      number: '1',
      kind: 'single',
      title: t('您现在住在哪里？', 'Where do you live now?'),
      options: [
        ...villages,
        option('nearby', '附近其他小区', 'Another estate nearby'),
        option(
          'visitor',
          '不住这里，但在附近上班、上学或常来',
          'Not here, but I work or study nearby or come often',
        ),
      ],
    },
    {
      id: 'Q2',
      number: '2',
      kind: 'single',
      title: t('您的年龄段是？', 'How old are you?'),
      hint: t(
        '13 岁及以下请用儿童版。',
        'If you are 13 or younger, please use the children’s edition.',
      ),
      options: [
        option('age14', '14–17 岁', '14–17'),
        option('age18', '18–29 岁', '18–29'),
        option('age30', '30–44 岁', '30–44'),
        option('age45', '45–59 岁', '45–59'),
        option('age60', '60–74 岁', '60–74'),
        option('age75', '75 岁及以上', '75 or older'),
        option('unsaid', '不想说', 'I’d rather not say'),
      ],
    },
    {
      id: 'Q3',
      number: '3',
      kind: 'single',
      title: t('您现在住的房子是？', 'The home you live in now is…'),
      showIf: livesHere,
      options: [
        option('owned', '自己家买的', 'Owned by my family'),
        option(
          'public',
          '公房，家里人是承租人',
          'Public housing, with a family member as the tenant',
        ),
        option('rented', '租来的', 'Rented'),
        option('employer', '单位或学校安排的', 'Arranged by an employer or school'),
        option('family', '住在亲友家', 'The home of relatives or friends'),
        option('unsaid', '不想说', 'I’d rather not say'),
      ],
    },
    {
      id: 'Q4',
      number: '4',
      kind: 'single',
      title: t('您在这个小区住了多久？', 'How long have you lived in this neighbourhood?'),
      showIf: livesHere,
      options: [
        option('months', '不到半年', 'Less than half a year'),
        option('years', '半年到三年', 'Half a year to three years'),
        option('decade', '三年到十年', 'Three to ten years'),
        option('longer', '十年以上', 'More than ten years'),
      ],
    },
  ],
}

export const nowAndUrgent: Section = {
  id: 'now',
  title: t('小区现在怎么样', 'How the neighbourhood is now'),
  questions: [
    {
      id: 'Q5',
      number: '5',
      kind: 'scale',
      title: t(
        '总的来说，您对小区现在的公共环境满意吗？',
        'All in all, how satisfied are you with the shared spaces of the neighbourhood today?',
      ),
      points: [
        option('verygood', '很满意', 'Very satisfied'),
        option('good', '比较满意', 'Fairly satisfied'),
        option('fair', '一般', 'Neither satisfied nor dissatisfied'),
        option('poor', '不太满意', 'Rather dissatisfied'),
        option('verypoor', '很不满意', 'Very dissatisfied'),
      ],
      dontKnow: option('unsure', '不好说', 'Hard to say'),
    },
    {
      id: 'Q6',
      number: '6',
      kind: 'multiple',
      title: t('下面这些事，您觉得哪几件最该先办？', 'Which of these should be done first?'),
      max: 3,
      shuffle: true,
      options: [
        option(
          'seats',
          '让老人小孩有地方坐、有地方玩',
          'Places for older people and children to sit and play',
        ),
        option(
          'lifts',
          '上下楼方便些（加装电梯、扶手等）',
          'Getting up and down more easily (adding lifts, handrails and so on)',
        ),
        option(
          'green',
          '树太密或花草太少，绿化要调整',
          'Greenery: trees too dense, or too few flowers and plants',
        ),
        option('parking', '停车、电瓶车充电', 'Parking, and charging e-bikes'),
        option('safety', '路灯、路面、出入口的安全', 'Safety: street lamps, paths and entrances'),
        option(
          'clean',
          '楼道堆物、卫生和垃圾投放',
          'Clutter in stairwells, cleanliness and rubbish',
        ),
        option(
          'daily',
          '晾晒、快递、维修等日常便利',
          'Everyday things: drying laundry, parcels, repairs',
        ),
        option('care', '老人就餐、看护等服务', 'Meals and care for older people'),
        option(
          'advice',
          '家门口能问法律、办事情',
          'Legal advice and official business close to home',
        ),
        option('noise', '噪声和邻里矛盾', 'Noise and quarrels between neighbours'),
        option(
          'station',
          '流动摊点、车辆乱停等南站周边秩序',
          'Street stalls and disorderly parking around the South Station',
        ),
        other(),
        option('allfine', '目前都还可以', 'It is all fine for now', { exclusive: true }),
      ],
    },
    {
      id: 'Q7',
      number: '7',
      kind: 'single',
      title: t(
        '在您选的几件里，最急的是哪一件？',
        'Of those you picked, which is the most urgent?',
      ),
      showIf: { question: 'Q6', picks: { atLeast: 2 } },
      carriedFrom: 'Q6',
      options: [],
    },
  ],
}
