import type { Section } from '../../engine/definition.ts'
import { option, other, t } from '../words.ts'
import { aboutLift, livesHere } from './adult-routes.ts'

/** The building, the lift and the greenery: Q11–Q14. */
export const buildingAndGreen: Section = {
  id: 'building',
  title: t('楼里和楼下', 'In the building and outside it'),
  questions: [
    {
      id: 'Q11',
      number: '11',
      kind: 'single',
      title: t('您住的这栋楼有电梯吗？', 'Does your building have a lift?'),
      showIf: livesHere,
      options: [
        option('lift', '有', 'Yes'),
        // Floors are counted as in Shanghai; "second floor" would be another one to British readers.
        option('ground', '没有，我住一楼', 'No, I live on floor 1 (ground floor)'),
        option('low', '没有，我住二、三楼', 'No, I live on floor 2 or 3'),
        option('high', '没有，我住四楼或以上', 'No, I live on floor 4 or higher'),
      ],
    },
    {
      id: 'Q12',
      number: '12',
      kind: 'single',
      title: t(
        '如果楼里商量加装电梯，您现在的想法更接近哪一种？',
        'If your building talked about adding a lift, which is closest to your view today?',
      ),
      hint: t('只是了解想法，不是正式表决。', 'This only asks for views; it is not a formal vote.'),
      showIf: { all: aboutLift },
      options: [
        option('yes', '赞成，也愿意分担费用', 'In favour, and willing to share the cost'),
        option('yescost', '赞成，但费用要再商量', 'In favour, but the cost needs more discussion'),
        option('either', '怎样都行', 'Either way is fine'),
        option('doubts', '有顾虑，想先弄清楚', 'I have doubts and want to know more first'),
        option('against', '不赞成', 'Against'),
        option('landlord', '我是租客，由房东决定', 'I rent; it is for the landlord to decide', {
          showIf: { question: 'Q3', isOneOf: ['rented', 'employer', 'family'] },
        }),
      ],
    },
    {
      id: 'Q13',
      number: '13',
      kind: 'multiple',
      title: t('您主要顾虑什么？', 'What are your main concerns?'),
      showIf: {
        all: [...aboutLift, { not: { question: 'Q12', isOneOf: ['yes', 'either', 'landlord'] } }],
      },
      max: 3,
      options: [
        option('light', '采光和通风', 'Daylight and air'),
        option('noise', '噪声', 'Noise'),
        option('share', '费用怎么分', 'How the cost is shared'),
        option('lowfloor', '低楼层吃亏', 'Lower floors lose out'),
        option(
          'structure',
          '施工安全和房屋结构',
          'Safety of the building work and of the structure',
        ),
        option('space', '占绿地或车位', 'It takes up green space or parking'),
        option('upkeep', '以后谁来维修', 'Who maintains it later'),
        other(),
      ],
    },
    {
      id: 'Q14',
      number: '14',
      kind: 'multiple',
      title: t('小区绿化，您更希望先做哪些？', 'For the greenery, what should come first?'),
      max: 2,
      options: [
        option('prune', '修剪挡光的大树', 'Prune large trees that block the light'),
        option('plant', '多种花和矮树', 'Plant more flowers and shrubs'),
        option('benches', '树下多放座椅', 'More seats under the trees'),
        option('adopt', '居民认养的小花园', 'Small gardens residents look after'),
        option('mosquitoes', '少些蚊虫', 'Fewer mosquitoes'),
        option('fine', '现在就挺好', 'It is good as it is', { exclusive: true }),
      ],
    },
  ],
}
