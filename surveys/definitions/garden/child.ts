import type { Edition, Section } from '../../engine/definition.ts'
import { option, t } from '../words.ts'
import { assent, guardian } from './child-notice.ts'
import { childPinyin } from './child-pinyin.ts'

const garden: Section = {
  id: 'garden',
  questions: [
    {
      id: 'G0',
      kind: 'consent',
      by: 'guardian',
      title: t('可以请孩子画一张画吗？', 'May your child make a drawing?'),
      body: t(
        '孩子可以在屏幕上画出想要的小花园。只有工作人员看，谁看、为什么看都会记下来；他们用几个词写下画了什么。画不公开，和答卷一起删除。不同意就不会出现这一题。',
        'Your child may draw the garden it would like on the screen. Only staff see it, and who looks and why is recorded; they note in a few words what it shows. It is never published and is deleted with the answers. Without your consent this question does not appear.',
      ),
      agree: t('可以画', 'Yes, a drawing'),
      decline: t('不画', 'No drawing'),
    },
    {
      id: 'G1',
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
      id: 'G2',
      number: '2',
      kind: 'pair',
      title: t('选一个你更喜欢的！', 'Pick the one you like more!'),
      pairs: [
        {
          id: 'doing',
          options: [
            option('digging', '挖土种花', 'Digging and planting', { picture: 'flowers' }),
            option('running', '跑来跑去', 'Running about', { picture: 'games' }),
          ],
        },
        {
          id: 'being',
          options: [
            option('reading', '坐着看书', 'Sitting with a book', { picture: 'books' }),
            option('drawing', '在墙上画画', 'Drawing on a wall', { picture: 'wall-painting' }),
          ],
        },
      ],
    },
    {
      id: 'G3',
      number: '3',
      kind: 'rank',
      title: t('小花园里，你最想有什么？', 'What would you like most in the garden?'),
      most: 3,
      options: [
        option('swing', '秋千', 'A swing'),
        option('pond', '小水池', 'A little pond'),
        option('hut', '小木屋', 'A wooden hut'),
        option('cat', '给猫的角落', 'A corner for the cat'),
      ],
    },
    {
      id: 'G4',
      number: '4',
      kind: 'drawing',
      title: t('画一画你想要的小花园', 'Draw the garden you would like'),
      showIf: { question: 'G0', is: 'yes' },
    },
    {
      id: 'G9',
      kind: 'single',
      title: t('这份是谁填的？', 'Who filled this in?'),
      options: [
        option('myself', '我自己', 'I did'),
        option('readout', '家里人念，我来选', 'Someone read it out, I chose'),
        option('helped', '家里人帮我选', 'Someone chose for me'),
      ],
    },
  ],
}

/** 儿童版: four questions, about two minutes; the drawing only where the guardian said yes to it. */
export const child: Edition = {
  audience: 'child',
  title: t('小花园，听你说', 'The little garden is listening'),
  door: t('我是小朋友', 'I am a child'),
  minutes: 2,
  intro: t(
    '没有对错，怎么想就怎么选。不想答就跳过。',
    'Nothing is right or wrong. Pick whatever you think. You can skip any question.',
  ),
  closing: t(
    '谢谢你！你的话会和其他小朋友的合在一起，交给大人看。',
    'Thank you! Your words will be put together with those of other children and shown to the grown-ups.',
  ),
  notice: guardian,
  assent,
  sections: [garden],
  pinyin: childPinyin,
  pinyinFor: { question: 'G1', isAnyOf: ['age6'] },
}
