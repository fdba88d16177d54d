import { Waiting } from '../drawings/animals.tsx'

/**
 * The owl that goes along. With the script it says one of its words on every second page, whatever was
 * answered and also when nothing was: it praises the walking, never the answer.
 */
export function Companion({ words }: { words: readonly string[] }) {
  return (
    <>
      <Waiting />
      <p class="praise" id="praise" role="status">
        {words.map((word) => (
          <span hidden>{word}</span>
        ))}
      </p>
    </>
  )
}
