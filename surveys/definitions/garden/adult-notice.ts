import { residentNotice } from '../notices.ts'
import { t } from '../words.ts'

export const adultNotice = residentNotice({
  purpose: t(
    '了解大家希望这块空地变成怎样的小花园，结果汇总后向居民公布。',
    'To learn what kind of little garden people would like. The combined results will be published to residents.',
  ),
  collected: t(
    '您的选择、您在图上点的位置、您写的话，您愿意的话还有一张照片。不收姓名、身份证号、手机号、门牌号，也不获取您的微信头像和位置。',
    'Your choices, the pins you set, what you write and, if you wish, one photo. We do not collect your name, ID number, telephone number or door number, and we do not read your WeChat picture or your location.',
  ),
})
