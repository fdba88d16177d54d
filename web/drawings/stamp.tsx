import { MailboxShape } from './mailbox.tsx'

/** The stamp on the letter, its edge cut by hand. */
export function Stamp() {
  return (
    <svg class="stamp" viewBox="0 0 92 108" aria-hidden="true">
      <path class="flap" d="M1 2l90-1 1 105-90 2z" />
      <path class="edge" d="M1 2l90-1 1 105-90 2z" />
      <path class="far" d="M10 11l72-1 1 86-72 1z" />
      <path class="meadow" d="M10 80c24-8 48-8 72 0l1 16-72 1z" />
      <g transform="translate(47 90) scale(.42)">
        <MailboxShape hue="marigold" />
      </g>
    </svg>
  )
}

/** The striped edge of a letter that travels far. */
export function LetterEdge() {
  return (
    <svg class="letter-edge" aria-hidden="true">
      <pattern id="edge" width="56" height="10" patternUnits="userSpaceOnUse">
        <path class="clay" d="M8 0h14l-6 10H2z" />
        <path class="sky" d="M36 0h14l-6 10H30z" />
      </pattern>
      <rect width="100%" height="10" fill="url(#edge)" />
    </svg>
  )
}
