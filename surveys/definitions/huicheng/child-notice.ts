import { childAssent, guardianNotice } from '../notices.ts'
import { t } from '../words.ts'

export const guardian = guardianNotice({
  about: t(
    '您的孩子将填写一份关于小区的小问卷（约 3 分钟、9 个小问题）。',
    'Your child is about to answer a short questionnaire about the neighbourhood (about 3 minutes, 9 small questions).',
  ),
  collected: t(
    '年龄段、所在小区、孩子的选择，以及孩子愿意写的一句话。不收姓名、学校、班级、照片、声音。',
    'Age group, neighbourhood, your child’s choices and one sentence if your child wants to write it. No name, school, class, photograph or voice.',
  ),
  use: t(
    '只做汇总，不单独展示、不公开孩子的原话。',
    'Combined results only. No child’s answers are shown on their own, and no child’s words are made public.',
  ),
})

export const assent = childAssent(
  t('我们想知道你喜欢怎样的小区。', 'We want to know what kind of place you like.'),
)
