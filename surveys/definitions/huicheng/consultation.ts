import type { Consultation, Topic } from '../../engine/definition.ts'
import { option, t } from '../words.ts'
import { adult } from './adult.ts'
import { child } from './child.ts'

const village = (n: number, zh: string, en: string) => ({
  id: `hc${n}`,
  name: t(`汇成${zh}村`, `Huicheng ${en} Village`),
  mailboxes: [
    {
      code: `HC${n}A`,
      name: t(`汇成${zh}村邮筒`, `Huicheng ${en} Village mailbox`),
      place: t('【待填写：邮筒位置】', '【to be filled in: where the mailbox stands】'),
    },
  ],
})

/** Adults and children on the same store-room (domain mapping Q8 ↔ K6/K7). */
const storeRoomTopic: Topic = {
  id: 'store-room',
  title: t('旧垃圾库房变成什么', 'What the old store-room should become'),
  questions: [
    { audience: 'adult', question: 'Q8' },
    { audience: 'child', question: 'K6' },
    { audience: 'child', question: 'K7' },
  ],
  items: [
    {
      ...option('reading', '看书的地方', 'A place to read'),
      options: { Q8: ['quiet'], K6: ['reading'], K7: ['reading'] },
    },
    {
      ...option('making', '玩和做手工的地方', 'A place to play and make things'),
      options: { Q8: ['play'], K6: ['crafts', 'games'], K7: ['crafts', 'games'] },
    },
    {
      ...option('garden', '花园和绿地', 'Garden and green space'),
      options: { Q8: ['garden', 'demolish'], K6: ['garden'], K7: ['garden'] },
    },
    {
      ...option('talking', '坐坐聊聊、讲故事', 'Sitting together, chatting, stories'),
      options: { Q8: ['lounge'], K6: ['stories'], K7: ['stories'] },
    },
    // Only children were offered this one; leaving it out would hide what many of them want.
    {
      ...option('drawing', '画画的墙', 'A wall to draw on'),
      options: { K6: ['drawing'], K7: ['drawing'] },
    },
  ],
}

/** The consultation the product opens with. */
export const huicheng: Consultation = {
  format: 1,
  id: 'huicheng',
  title: t('汇成片区居民心愿征集', 'What the Huicheng area wishes for'),
  background: t(
    '汇成一村到五村准备更新一批旧角落，包括一间闲置的旧垃圾库房。怎么变、先做什么，先听住在这里的大人和小朋友怎么说。',
    'Some old corners of the five Huicheng villages are to be renewed, among them an empty refuse store-room. What they become, and what comes first, starts with what the adults and children who live here say.',
  ),
  correctionHours: 24,
  collectionDays: 30,
  neighbourhoods: [
    village(1, '一', 'First'),
    village(2, '二', 'Second'),
    village(3, '三', 'Third'),
    village(4, '四', 'Fourth'),
    village(5, '五', 'Fifth'),
  ],
  editions: [adult, child],
  topics: [storeRoomTopic],
}
