import { residentNotice } from '../notices.ts'
import { t } from '../words.ts'

export const adultNotice = residentNotice({
  purpose: t(
    '了解大家希望怎样改善汇成片区，结果汇总后向居民公布。',
    'To learn how people would like to improve the Huicheng area. The combined results will be published to residents.',
  ),
  collected: t(
    '您的选择、您写的建议、所在小区和年龄段。不收姓名、身份证号、手机号、门牌号，也不获取您的微信头像和位置。',
    'Your choices, the suggestions you write, your neighbourhood and your age group. We do not collect your name, ID number, telephone number or door number, and we do not read your WeChat picture or your location.',
  ),
})
