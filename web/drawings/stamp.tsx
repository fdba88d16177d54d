import { MailboxShape } from './mailbox.tsx'

/** The stamp on the letter, its edge cut by hand. */
export function Stamp() {
  return (
    <svg class="stamp" viewBox="0 0 96 116" aria-hidden="true">
      <path
        class="hair"
        d="M4 4h8a5 5 0 0 0 10 0h8a5 5 0 0 0 10 0h8a5 5 0 0 0 10 0h8a5 5 0 0 0 10 0h8a5 5 0 0 0 8 0v8a5 5 0 0 0 0 10v8a5 5 0 0 0 0 10v8a5 5 0 0 0 0 10v8a5 5 0 0 0 0 10v8a5 5 0 0 0 0 10v8a5 5 0 0 0 0 10v8h-8a5 5 0 0 0-10 0h-8a5 5 0 0 0-10 0h-8a5 5 0 0 0-10 0h-8a5 5 0 0 0-10 0h-8a5 5 0 0 0-8 0v-8a5 5 0 0 0 0-10v-8a5 5 0 0 0 0-10v-8a5 5 0 0 0 0-10v-8a5 5 0 0 0 0-10v-8a5 5 0 0 0 0-10z"
      />
      <path class="far" d="M13 14l70-1 1 88-71 1z" />
      <path class="meadow" d="M13 84c24-8 48-8 71 0v17l-71 1z" />
      <g transform="translate(48 94) scale(.42)">
        <MailboxShape hue="marigold" />
      </g>
    </svg>
  )
}
