import { childAssent, guardianNotice } from '../notices.ts'
import { t } from '../words.ts'

export const guardian = guardianNotice({
  about: t(
    '您的孩子将填写一份关于小花园的小问卷（约 2 分钟、4 个小问题）。',
    'Your child is about to answer a short questionnaire about a little garden (about 2 minutes, 4 small questions).',
  ),
  collected: t(
    '年龄段、孩子的选择；您另外同意的话，还有一张孩子画的画。不收姓名、学校、班级、照片、声音。',
    'Age group and your child’s choices; and, only if you agree to it separately, one drawing. No name, school, class, photograph or voice.',
  ),
  use: t(
    '只做汇总，不单独展示、不公开孩子的画。',
    'Combined results only. No child’s answers are shown on their own, and no child’s drawing is made public.',
  ),
})

export const assent = childAssent(
  t('我们想知道你喜欢怎样的小花园。', 'We want to know what kind of garden you like.'),
)
