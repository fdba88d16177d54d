import type { Notice } from '../../engine/definition.ts'
import { t } from '../words.ts'

/** What an adult reads before answering (PIPL 17). `{…}` is filled in at the desk. */
export const adultNotice: Notice = {
  heading: t('填写前请您看一看', 'Before you begin'),
  paragraphs: [
    {
      body: t(
        '这是一份听取居民想法的问卷，由{organiser}组织。',
        'This questionnaire asks residents what they think. It is run by {organiser}.',
      ),
    },
    {
      label: t('做什么用', 'What it is for'),
      body: t(
        '了解大家希望这块空地变成怎样的小花园，结果汇总后向居民公布。',
        'To learn what kind of little garden people would like. The combined results will be published to residents.',
      ),
    },
    {
      label: t('会收集什么', 'What is collected'),
      body: t(
        '您的选择、您在图上点的位置、您写的话，您愿意的话还有一张照片。不收姓名、身份证号、手机号、门牌号，也不获取您的微信头像和位置。',
        'Your choices, the pins you set, what you write and, if you wish, one photo. We do not collect your name, ID number, telephone number or door number, and we do not read your WeChat picture or your location.',
      ),
    },
    {
      label: t('存多久', 'How long it is kept'),
      body: t(
        '结果公布后 12 个月内删除或做不可恢复的匿名处理，数据存放在{storage}。',
        'Within 12 months after the results are published it is deleted or irreversibly anonymised. The data is stored at {storage}.',
      ),
    },
    {
      label: t('您的权利', 'Your rights'),
      body: t(
        '可以不答任何一题；提交后凭回执码查看、修改、删除答卷；也可以到{address}或致电{phone}办理。',
        'You may leave out any question. After sending, your receipt code lets you see, change or delete your answers; you may also visit {address} or call {phone}.',
      ),
    },
    {
      body: t(
        '联系人：{contact}；投诉：{complaints}。',
        'Contact: {contact}. Complaints: {complaints}.',
      ),
    },
  ],
  agree: t('我已看清，愿意填写', 'I have read this and would like to answer'),
  decline: t('不填了', 'No, thank you'),
}
