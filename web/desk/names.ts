import type { Channel } from '../../surveys/engine/answers.ts'
import type { Audience } from '../../surveys/engine/definition.ts'
import { dateOfDay } from '../../surveys/engine/read-date.ts'
import { wallClock } from '../../surveys/engine/shanghai.ts'

export function audienceName(audience: Audience): string {
  switch (audience) {
    case 'adult':
      return '成人版'
    case 'child':
      return '儿童版'
  }
}

/** What the people who answered are called in a sentence. */
export function peopleName(audience: Audience): string {
  switch (audience) {
    case 'adult':
      return '居民'
    case 'child':
      return '小朋友'
  }
}

export function channelName(channel: Channel): string {
  switch (channel) {
    case 'qr':
      return '扫码'
    case 'link':
      return '链接'
    case 'paper':
      return '纸质'
    case 'assisted':
      return '代填'
    case 'kiosk':
      return '现场设备'
  }
}

/** 3月2日, from days since 1970 or from `2026-03-02`. */
export function dayName(day: number | string): string {
  const iso = typeof day === 'number' ? dateOfDay(day) : day
  const [, month, date] = iso.split('-').map(Number)
  return `${month}月${date}日`
}

/** A moment as people in Shanghai write it: 2026年3月2日 14:05. */
export function momentName(ms: number): string {
  const [date = '', clock = ''] = wallClock(ms).split('T')
  return `${date.slice(0, 4)}年${dayName(date)} ${clock.slice(0, 5)}`
}

export const number = (n: number) => n.toLocaleString('zh-CN')
