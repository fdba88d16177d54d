import { type Text, textIn } from '../surveys/engine/text.ts'

/** A question as it is printed: its number, where it has one, and its words. */
export const numberedTitle = ({ number, title }: Asked): string =>
  `${number ? `${number}. ` : ''}${typeof title === 'string' ? title : textIn(title, 'zh-CN')}`

interface Asked {
  number?: string | undefined
  title: string | Text
}
