import type { Notice } from '../engine/definition.ts'
import type { Text } from '../engine/text.ts'
import { t } from './words.ts'

/** What an adult reads before answering (PIPL 17). `{…}` is filled in at the desk. */
export const residentNotice = ({
  purpose,
  collected,
}: Record<'purpose' | 'collected', Text>): Notice => ({
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
      body: purpose,
    },
    {
      label: t('会收集什么', 'What is collected'),
      body: collected,
    },
    { body: alsoNoted },
    {
      label: t('存多久', 'How long it is kept'),
      body: t(
        '征询结束、结果公布后 12 个月内删除，数据存放在{storage}。',
        'It is deleted within 12 months after the consultation has ended and its results are published. The data is stored at {storage}.',
      ),
    },
    {
      label: t('您的权利', 'Your rights'),
      body: t(
        '可以不答任何一题；提交后凭回执码查看、删除答卷，在回执写明的时间里还能修改；也可以到{address}或致电{phone}办理。',
        'You may leave out any question. After sending, your receipt code lets you see and delete your answers, and correct them for as long as the receipt says; you may also visit {address} or call {phone}.',
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
})

/** What the guardian reads first (PIPL 31; children's rules 9–10). */
export const guardianNotice = ({
  about,
  collected,
  use,
}: Record<'about' | 'collected' | 'use', Text>): Notice => ({
  heading: t('给家长', 'For a parent or guardian'),
  paragraphs: [
    {
      body: about,
    },
    {
      label: t('收集', 'Collected'),
      body: collected,
    },
    { body: alsoNoted },
    {
      label: t('用途', 'What it is for'),
      body: use,
    },
    {
      label: t('存放', 'Storage'),
      body: t(
        '{storage}，征询结束、结果公布后 6 个月内删除。',
        '{storage}; deleted within 6 months after the consultation has ended and its results are published.',
      ),
    },
    {
      label: t('保护', 'Protection'),
      body: t(
        '答卷不记名，只有登录的工作人员能看。对外只公布汇总，1 到 9 个孩子的数字不公布。',
        'Answers carry no name, and only staff who have signed in can see them. Only combined results are published, and no number of one to nine children.',
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
})

/** What is stored beside the answers of everybody, and what is not. */
const alsoNoted = t(
  '另外只记下从哪个邮筒来、什么时候投出、填了多久；不保存 IP 地址和手机型号。',
  'Beside this we only note which mailbox you came from, when you sent it and how long it took. Your IP address and the model of your phone are not stored.',
)

/** What the child is asked, after the guardian. */
export const childAssent = (wanted: Text): Notice => ({
  heading: t('你好呀！', 'Hello there!'),
  paragraphs: [
    {
      body: wanted,
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
})
