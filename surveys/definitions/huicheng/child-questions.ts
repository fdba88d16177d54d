import type { Section } from '../../engine/definition.ts'
import { option, t } from '../words.ts'
import { villages } from './villages.ts'

/** The child's own world: K1–K5. */
export const myPlace: Section = {
  id: 'place',
  questions: [
    {
      id: 'K1',
      number: '1',
      kind: 'single',
      title: t('你几岁？', 'How old are you?'),
      options: [
        option('age6', '6、7 岁', '6 or 7'),
        option('age8', '8、9 岁', '8 or 9'),
        option('age10', '10、11 岁', '10 or 11'),
        option('age12', '12、13 岁', '12 or 13'),
      ],
    },
    {
      id: 'K2',
      number: '2',
      kind: 'single',
      title: t('你家在哪里？', 'Where do you live?'),
      options: [
        ...villages,
        option('elsewhere', '别的地方', 'Somewhere else'),
        option('unsure', '不知道', 'I don’t know'),
      ],
    },
    {
      id: 'K3',
      number: '3',
      kind: 'multiple',
      title: t('放学后，你常在哪儿玩？', 'Where do you often play after school?'),
      max: 2,
      options: [
        option('yard', '楼下空地', 'The open space downstairs', { picture: 'yard' }),
        option('garden', '小花园', 'The little garden', { picture: 'garden' }),
        option('friends', '同学家', 'At a friend’s home', { picture: 'house-friend' }),
        option('home', '自己家里', 'At home', { picture: 'house' }),
        option('classes', '上课、去培训班', 'In lessons and classes', { picture: 'school-bag' }),
        option('elsewhere', '别的地方', 'Somewhere else', { picture: 'signpost' }),
      ],
    },
    {
      id: 'K4',
      number: '4',
      kind: 'scale',
      title: t('一个人在小区里走，你觉得？', 'Walking around here on your own, how do you feel?'),
      points: [
        option('safe', '很放心', 'I feel safe', { picture: 'face-happy' }),
        option('fine', '还可以', 'All right', { picture: 'face-fine' }),
        option('uneasy', '有点怕', 'A bit scared', { picture: 'face-uneasy' }),
        option('scared', '很怕', 'Very scared', { picture: 'face-scared' }),
      ],
    },
    {
      id: 'K5',
      number: '5',
      kind: 'multiple',
      title: t('你怕什么？', 'What are you afraid of?'),
      showIf: { not: { question: 'K4', isOneOf: ['safe', 'fine'] } },
      max: 2,
      options: [
        option('cars', '车子多', 'Too many cars', { picture: 'car' }),
        option('dark', '天黑、灯暗', 'The dark, dim lamps', { picture: 'lamp-dark' }),
        option('dogs', '大狗', 'Big dogs', { picture: 'dog' }),
        option('strangers', '不认识的人', 'People I don’t know', { picture: 'stranger' }),
        option('ground', '路不平、有水', 'Bumpy or wet ground', { picture: 'puddle' }),
        option('elsewise', '别的', 'Something else', { picture: 'question-mark' }),
      ],
    },
  ],
}

/** What the store-room should become, and a word to the grown-ups: K6–K9 and K0. */
export const newHouse: Section = {
  id: 'newhouse',
  questions: [
    {
      id: 'K6',
      number: '6',
      kind: 'pair',
      title: t(
        '旧垃圾房要变成新房子。选一个你更喜欢的！',
        'The old rubbish house is turning into something new. Pick the one you like more!',
      ),
      pairs: [
        {
          id: 'a',
          options: [
            option('reading', '看书角', 'A reading corner', { picture: 'books' }),
            option('crafts', '手工桌', 'A craft table', { picture: 'crafts' }),
          ],
        },
        {
          id: 'b',
          options: [
            option('garden', '小花园', 'A little garden', { picture: 'flowers' }),
            option('games', '游戏角', 'A play corner', { picture: 'games' }),
          ],
        },
        {
          id: 'c',
          options: [
            option('drawing', '画画墙', 'A wall to draw on', { picture: 'wall-painting' }),
            option('stories', '讲故事的地方', 'A place for stories', { picture: 'storytelling' }),
          ],
        },
      ],
    },
    {
      id: 'K7',
      number: '7',
      kind: 'single',
      title: t('你刚才选的里面，最想要哪一个？', 'Of the ones you picked, which do you want most?'),
      showIf: { question: 'K6', answered: true },
      carriedFrom: 'K6',
      options: [],
    },
    {
      id: 'K8',
      number: '8',
      kind: 'matrix',
      title: t('这些地方，你还想再去吗？', 'Would you like to go to these places again?'),
      rows: [
        option('garden', '小区花园', 'The neighbourhood garden', { picture: 'garden' }),
        option('centre', '居委会活动室', 'The committee’s activity room', {
          picture: 'activity-room',
        }),
        option('yard', '楼下空地', 'The open space downstairs', { picture: 'yard' }),
      ],
      options: [
        option('again', '想去', 'Yes'),
        option('maybe', '也许', 'Maybe'),
        option('no', '不想去', 'No'),
        option('never', '没去过', 'Never been'),
      ],
    },
    {
      id: 'K9',
      number: '9',
      kind: 'text',
      title: t('你想对大人说一句话吗？', 'Is there something you want to tell the grown-ups?'),
      hint: t(
        '写字、请家里人帮你写，或在纸上画一画。不写名字和学校。',
        'Write, ask someone at home to write for you, or draw it on paper. No names, no school.',
      ),
      long: true,
      limit: 60,
    },
    {
      id: 'K0',
      kind: 'single',
      title: t('这份是谁填的？', 'Who filled this in?'),
      options: [
        option('myself', '我自己', 'I did'),
        option('read', '家里人念，我来选', 'Someone at home read it and I chose'),
        option('helped', '家里人帮我选', 'Someone at home chose for me'),
      ],
    },
  ],
}
