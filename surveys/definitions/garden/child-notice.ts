import type { Notice } from '../../engine/definition.ts'
import { t } from '../words.ts'

/** What the guardian reads first (PIPL 31; children's rules 9–10). */
export const guardianNotice: Notice = {
  heading: t('给家长', 'For a parent or guardian'),
  paragraphs: [
    {
      body: t(
        '您的孩子将填写一份关于小花园的小问卷（约 2 分钟、4 个小问题）。',
        'Your child is about to answer a short questionnaire about a little garden (about 2 minutes, 4 small questions).',
      ),
    },
    {
      label: t('收集', 'Collected'),
      body: t(
        '年龄段、孩子的选择；您另外同意的话，还有一张孩子画的画。不收姓名、学校、班级、照片、声音。',
        'Age group and your child’s choices; and, only if you agree to it separately, one drawing. No name, school, class, photograph or voice.',
      ),
    },
    {
      label: t('用途', 'What it is for'),
      body: t(
        '只做汇总，不单独展示、不公开孩子的画。',
        'Combined results only. No child’s answers are shown on their own, and no child’s drawing is made public.',
      ),
    },
    {
      label: t('存放', 'Storage'),
      body: t(
        '{storage}，结果公布后 6 个月内删除。',
        '{storage}; deleted within 6 months after the results are published.',
      ),
    },
    {
      label: t('保护', 'Protection'),
      body: t(
        '加密存放，工作人员查看需经负责人批准并留痕。',
        'Stored encrypted; staff need the approval of the person responsible to look, and every look is recorded.',
      ),
    },
    {
      label: t('不同意也没关系', 'You are free to say no'),
      body: t(
        '不会有任何影响，也可以领纸质版在家一起看。',
        'It has no consequences at all. You may also take a paper copy and look at it together at home.',
      ),
    },
    {
      body: t(
        '查看、更正、删除：凭回执码，或找儿童信息保护负责人{childOfficer}；投诉：{complaints}。',
        'To see, correct or delete: use the receipt code, or ask the person responsible for children’s information, {childOfficer}. Complaints: {complaints}.',
      ),
    },
  ],
  agree: t('同意，请孩子填写', 'I agree: my child may answer'),
  decline: t('不同意', 'I do not agree'),
}

/** What the child is asked, after the guardian. */
export const childAssent: Notice = {
  heading: t('你好呀！', 'Hello there!'),
  paragraphs: [
    {
      body: t('我们想知道你喜欢怎样的小花园。', 'We want to know what kind of garden you like.'),
    },
    {
      body: t(
        '没有对错。不想答就点「跳过」。不用写名字。',
        'Nothing is right or wrong. If you do not want to answer, just skip. No names needed.',
      ),
    },
    { body: t('你愿意填吗？', 'Would you like to?') },
  ],
  agree: t('愿意', 'Yes, please'),
  decline: t('不想填', 'No, thanks'),
}
