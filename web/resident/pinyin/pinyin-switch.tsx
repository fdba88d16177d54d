import type { Edition } from '../../../surveys/engine/definition.ts'
import type { Locale } from '../../../surveys/engine/text.ts'
import { words } from '../../words/words.ts'

/** Whether there is pinyin on this page now, and the address of the same page with or without. */
export interface Pinyin {
  on: boolean
  other: string
}

interface PinyinSwitchProps {
  pinyin: Pinyin | undefined
  edition: Edition
  locale: Locale
}

/** A way to this page with or without pinyin; the page script does it in place. */
export function PinyinSwitch({ pinyin, edition, locale }: PinyinSwitchProps) {
  if (!pinyin) return null
  const { add, remove, later } = words(locale).pinyin
  const { question, isAnyOf = [] } = edition.pinyinFor ?? {}
  return (
    <p class="pinyin">
      <a
        id="pinyin"
        href={pinyin.other}
        data-on={add}
        data-off={remove}
        data-later={later}
        data-for={isAnyOf.map((option) => `${question}=${option}`).join(' ')}
      >
        {pinyin.on ? remove : add}
      </a>
    </p>
  )
}
