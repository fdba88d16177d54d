import { type Hue, MailboxShape } from './mailbox.tsx'
import { Bench, Broadleaf, Cat, Fir } from './nature.tsx'

/** A mailbox in its corner of the forest, for a cover. */
export function MailboxScene({ hue }: { hue: Hue }) {
  return (
    <svg class="scene" viewBox="0 0 320 200" aria-hidden="true">
      <path class="far" d="M8 172c6-44 88-62 142-36 54-34 156-16 162 38z" />
      <g transform="translate(40 160) scale(.9)">
        <Broadleaf />
      </g>
      <g class="faded" transform="translate(258 146) scale(.9)">
        <Fir />
      </g>
      <path class="meadow" d="M1 178c20-26 290-30 318-2 6 18-76 22-158 22S-5 196 1 178z" />
      <g transform="translate(154 184)">
        <MailboxShape hue={hue} />
      </g>
      <g transform="translate(252 188) scale(.9)">
        <Bench />
      </g>
    </svg>
  )
}

/** Nobody here but a cat on guard: for empty and mistaken places. */
export function EmptyMailbox() {
  return (
    <svg class="scene small" viewBox="0 0 240 150" aria-hidden="true">
      <path
        class="meadow"
        d="M4 134c50-18 180-20 232-2 4 6-20 10-60 12-60 3-120 2-160-2-10-2-16-5-12-8z"
      />
      <g transform="translate(46 132) scale(.9)">
        <Fir />
      </g>
      <g transform="translate(124 136) scale(.74)">
        <MailboxShape hue="sky" />
      </g>
      <g transform="translate(186 138)">
        <Cat />
      </g>
    </svg>
  )
}
