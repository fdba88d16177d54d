import { byId } from './dom.ts'
import { offerPinyin } from './pinyin/pinyin.ts'
import { praiseSteps } from './praise.ts'

// What only children's pages have: an owl that praises, and pinyin over the words.
const form = byId('form')
if (form) offerPinyin(form)
praiseSteps()
