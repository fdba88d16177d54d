import type { Edition } from '../../engine/definition.ts'
import { t } from '../words.ts'
import { assent, guardian } from './child-notice.ts'
import { childPinyin } from './child-pinyin.ts'
import { myPlace, newHouse } from './child-questions.ts'

/** 儿童版: 6 to 13 years, nine questions and K0 (who filled it in), about three minutes. */
export const child: Edition = {
  audience: 'child',
  title: t('小邮筒，听你说', 'Little mailbox is listening'),
  door: t('我是小朋友', 'I am a child'),
  minutes: 3,
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
  sections: [myPlace, newHouse],
  pinyin: childPinyin,
  pinyinFor: { question: 'K1', isAnyOf: ['age6'] },
}
