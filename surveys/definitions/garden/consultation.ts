import type { Consultation } from '../../engine/definition.ts'
import { huicheng } from '../huicheng/consultation.ts'
import { t } from '../words.ts'
import { adult } from './adult.ts'
import { child } from './child.ts'

/** A second round, after the first: one empty corner becomes a garden. It has a question of every kind. */
export const garden: Consultation = {
  format: 1,
  id: 'garden',
  title: t('口袋花园', 'The pocket garden'),
  background: t(
    '汇成二村邮筒旁的空地，要变成一个小花园。样子、位置、先做什么，请大人和小朋友一起定。',
    'The empty corner beside the mailbox of the Second Village is to become a little garden. What it looks like, what goes where and what comes first is for adults and children to decide.',
  ),
  correctionHours: 24,
  collectionDays: 30,
  neighbourhoods: huicheng.neighbourhoods,
  editions: [adult, child],
  topics: [],
}
