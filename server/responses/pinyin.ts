import type { Edition } from '../../surveys/engine/definition.ts'
import type { Pinyin } from '../../web/resident/pinyin/pinyin-switch.tsx'
import { readings } from '../../web/resident/pinyin/pinyin-words.ts'
import { withPinyin } from '../../web/resident/pinyin/with-pinyin.ts'
import type { Reader } from '../../web/resident/reader.ts'
import { words } from '../../web/words/words.ts'

/** The switch of a page that can have pinyin: where the questionnaire has readings and is read in Chinese. */
export function pinyinSwitch(
  reader: Reader,
  edition: Edition,
  on: boolean,
  other: string,
): Pinyin | undefined {
  return edition.pinyin && reader.locale === 'zh-CN' ? { on, other } : undefined
}

/** The page, with pinyin over its words where that is switched on. */
export async function inPinyin(
  page: string | Promise<string>,
  pinyin: Pinyin | undefined,
  edition: Edition,
): Promise<string> {
  const plain = String(await page)
  if (!pinyin?.on) return plain
  const w = words('zh-CN')
  const { nextChild, skip, listen, readAll } = w.script
  const { clear, sure } = w.kinds
  const { add, remove } = w.pinyin
  const scripted = [nextChild, skip, listen, readAll, clear, sure, add, remove]
  return withPinyin(plain, { ...readings, ...edition.pinyin }, scripted)
}
