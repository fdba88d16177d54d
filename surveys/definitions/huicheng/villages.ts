import { option } from '../words.ts'

/** The five villages, in the order in which they lie; both editions ask where people live. */
export const villages = [
  option('hc1', '汇成一村', 'Huicheng First Village'),
  option('hc2', '汇成二村', 'Huicheng Second Village'),
  option('hc3', '汇成三村', 'Huicheng Third Village'),
  option('hc4', '汇成四村', 'Huicheng Fourth Village'),
  option('hc5', '汇成五村', 'Huicheng Fifth Village'),
]
