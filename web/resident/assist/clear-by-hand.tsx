import { words } from '../../words/words.ts'
import { isInHall, type Reader, startOf } from '../reader.ts'

/**
 * Without script a device in a hall cannot know whether somebody still writes: a page that left by itself would
 * throw away what a slow writer has done. So whoever stops, and whoever comes next, is told how to clear it.
 */
export function ClearByHand({ reader }: { reader: Reader }) {
  const { shared, locale } = reader
  if (!shared || !isInHall(reader)) return null
  const { hall } = words(locale).assist
  return (
    <noscript>
      <p class="told">
        {hall.unclear} <a href={startOf(shared)}>{hall.clear}</a>
      </p>
    </noscript>
  )
}
