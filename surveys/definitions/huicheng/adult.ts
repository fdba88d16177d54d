import type { Edition } from '../../engine/definition.ts'
import { t } from '../words.ts'
import { buildingAndGreen } from './adult-building.ts'
import { contact } from './adult-contact.ts'
import { aboutYou, nowAndUrgent } from './adult-home.ts'
import { adultNotice } from './adult-notice.ts'
import { storeRoom } from './adult-storeroom.ts'
import { ownWords, together } from './adult-together.ts'

/** 成人版: from 14 years, 18 questions, about five minutes. */
export const adult: Edition = {
  audience: 'adult',
  title: t('汇成片区居民心愿问卷', 'What residents wish for the Huicheng area'),
  door: t('我是大人', 'I am an adult'),
  minutes: 5,
  intro: t(
    '邻居您好！汇成片区想把一些旧角落变得更好用，具体怎么变，想先听听您的。题目不难，大约五分钟。没有标准答案，怎么想就怎么答。',
    'Hello, neighbour! Some old corners of the Huicheng area are to be made more useful, and we would like to hear from you first. The questions are not hard and take about five minutes. There are no right answers: just say what you think.',
  ),
  closing: t(
    '谢谢您！凭回执码可以查看办理情况，也可以修改或删除。结果将在{resultsBy}前贴在居务公开栏和本页面。',
    'Thank you! With your receipt code you can see what happens next, and correct or delete your answers. The results will be posted on the residents’ notice board and on this page by {resultsBy}.',
  ),
  notice: adultNotice,
  sections: [aboutYou, nowAndUrgent, storeRoom, buildingAndGreen, together, ownWords],
  suggestion: 'Q18b',
  contact,
}
