import type { Locale } from '../surveys/engine/text.ts'

/** `{phone}` and the like replaced by what the committee filled in; what is missing is clearly marked. */
export function fillIn(
  text: string,
  particulars: Readonly<Record<string, string>>,
  locale: Locale = 'zh-CN',
): string {
  return text.replace(/\{([A-Za-z]+)\}/g, (whole, name: string) => {
    const label = Object.hasOwn(labels, name) ? labels[name] : undefined
    if (!label) return whole
    const value = particulars[name]?.trim()
    if (value) return value
    return locale === 'en' ? `[to be filled in: ${label[1]}]` : `【待填写：${label[0]}】`
  })
}

const labels: Record<string, [string, string]> = {
  organiser: ['组织单位', 'organiser'],
  address: ['办理地址', 'address'],
  phone: ['联系电话', 'phone'],
  contact: ['联系人', 'contact'],
  complaints: ['投诉电话', 'complaints phone'],
  storage: ['数据存放地点', 'place of storage'],
  childOfficer: ['儿童信息保护负责人', 'child data officer'],
  resultsBy: ['结果公布日期', 'date of results'],
}
