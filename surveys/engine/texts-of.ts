import type { Locale, Text } from './text.ts'

/** A text and where it stands: names of parts and ids, from the outside in. */
export interface PlacedText {
  path: string[]
  text: Text
}

/** Every text people can read in a consultation, an edition or any part of one, in the order of its definition. */
export function textsOf(part: unknown, path: string[] = []): PlacedText[] {
  if (typeof part !== 'object' || part === null) return []
  if (isText(part)) return [{ path, text: part }]
  if (Array.isArray(part)) {
    return part.flatMap((item, i) => textsOf(item, [...path, nameOf(item) ?? String(i + 1)]))
  }
  return Object.entries(part).flatMap(([name, value]) =>
    // A list's own name says less than the ids in it.
    textsOf(value, Array.isArray(value) ? path : [...path, name]),
  )
}

/** Those that are not written in this language yet: readers see them in Chinese. */
export function missingTexts(part: unknown, locale: Locale): PlacedText[] {
  return textsOf(part).filter(({ text }) => text[locale] === undefined)
}

const isText = (part: object): part is Text => 'zh-CN' in part && typeof part['zh-CN'] === 'string'

function nameOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null || !('id' in item)) return undefined
  return typeof item.id === 'string' ? item.id : undefined
}
