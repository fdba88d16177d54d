import type { Section } from '../../engine/definition.ts'
import { option, other, t } from '../words.ts'

/** What the old refuse store-room should become: Q8–Q10. */
export const storeRoom: Section = {
  id: 'storeroom',
  title: t('旧垃圾库房', 'The old refuse store-room'),
  questions: [
    {
      id: 'Q8',
      number: '8',
      kind: 'multiple',
      title: t(
        '小区里有一间闲置的旧垃圾库房，准备清理后给大家用。您希望它变成什么？',
        'An old refuse store-room stands empty and is to be cleared out for everyone to use. What should it become?',
      ),
      max: 3,
      shuffle: true,
      options: [
        option('lounge', '邻里客厅，坐坐聊聊', 'A neighbours’ living room to sit and chat'),
        option('quiet', '看书写字的安静角落', 'A quiet corner to read and write'),
        option('play', '孩子玩、做手工的地方', 'A place for children to play and make things'),
        option(
          'elders',
          '老人歇脚、下棋、量血压',
          'A place for older people to rest, play chess and have blood pressure checked',
        ),
        option(
          'legal',
          '法律咨询、调解、议事的小房间',
          'A small room for legal advice, mediation and meetings',
        ),
        option(
          'repair',
          '修伞磨刀、缝补等便民点',
          'Handy services: umbrella repair, knife sharpening, mending',
        ),
        option('garden', '花园工具间和种植角', 'A garden tool shed and planting corner'),
        option('parcels', '快递和临时存放', 'Parcels and short-term storage'),
        option('demolish', '拆掉，改成绿地', 'Take it down and make it green space', {
          pinned: true,
        }),
        option('keep', '先不动，保持原样', 'Leave it as it is for now', { pinned: true }),
        other(),
        option('anything', '我都可以', 'Any of them is fine with me', { exclusive: true }),
      ],
    },
    {
      id: 'Q9',
      number: '9',
      kind: 'multiple',
      title: t(
        '对改造旧库房，您最担心什么？',
        'What worries you most about converting the old store-room?',
      ),
      max: 3,
      options: [
        option('noise', '太吵，影响休息', 'Too noisy to rest'),
        option('smell', '有异味、不卫生', 'Bad smells, not clean'),
        option('fire', '消防和用电安全', 'Fire and electrical safety'),
        option('few', '只有少数人用得上', 'Only a few people could use it'),
        option('unkept', '开了没人管', 'Once it is open, nobody looks after it'),
        option('cost', '要居民出钱', 'Residents would have to pay'),
        option('strangers', '外人进出多', 'Many strangers coming and going'),
        other(),
        option('none', '没有担心', 'No worries', { exclusive: true }),
      ],
    },
    {
      id: 'Q10',
      number: '10',
      kind: 'multiple',
      title: t(
        '如果对大家开放，您最可能什么时候来？',
        'If it were open to all, when would you be most likely to come?',
      ),
      showIf: {
        any: [
          { not: { question: 'Q8', answered: true } },
          {
            question: 'Q8',
            includes: [
              'lounge',
              'quiet',
              'play',
              'elders',
              'legal',
              'repair',
              'garden',
              'parcels',
              'other',
              'anything',
            ],
          },
        ],
      },
      max: 2,
      options: [
        option('weekday', '平日白天', 'Weekdays, daytime'),
        option('weeknight', '平日晚上', 'Weekday evenings'),
        option('weekend', '周末白天', 'Weekends, daytime'),
        option('weekendnight', '周末晚上', 'Weekend evenings'),
        option('never', '不太会来', 'I would rarely come', { exclusive: true }),
      ],
    },
  ],
}
