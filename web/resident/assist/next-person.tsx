import { words } from '../../words/words.ts'
import { isInHall, type Reader, startOf, toStart } from '../reader.ts'

/** How long a receipt stays on a device in a hall: long enough to copy twenty letters by hand. */
export const stayMinutes = 3

/** On a receipt under the link of a shared phone: the way on for the next person, and how long this one may stay. */
export function NextPerson({ reader }: { reader: Reader }) {
  const { next, hall } = words(reader.locale).assist
  if (!reader.shared) return null
  return (
    <div class="noprint">
      <p>
        <a
          class="go"
          href={isInHall(reader) ? startOf(reader.shared) : toStart(reader, reader.shared)}
        >
          {next[reader.shared.channel]}
        </a>
      </p>
      {isInHall(reader) && (
        <p>
          {hall.back(stayMinutes)} <a href={reader.here}>{hall.longer(stayMinutes)}</a>
        </p>
      )}
    </div>
  )
}
