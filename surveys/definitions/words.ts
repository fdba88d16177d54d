import type { Option } from '../engine/definition.ts'
import type { Text } from '../engine/text.ts'

/** A text in the two languages every shipped questionnaire is written in. */
export const t = (zh: string, en: string): Text => ({ 'zh-CN': zh, en })

/** An option with its label in both languages. */
export const option = (
  id: string,
  zh: string,
  en: string,
  more: Partial<Omit<Option, 'id' | 'label'>> = {},
) => ({ id, label: t(zh, en), ...more })

/** "Other, please write". */
export const other = (more: Partial<Omit<Option, 'id' | 'label'>> = {}) =>
  option('other', '其他（请写）', 'Something else (please write)', { other: true, ...more })
