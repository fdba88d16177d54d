/** A letter with its flap down. */
export function Envelope() {
  return (
    <svg class="scene small" viewBox="0 0 160 100" aria-hidden="true">
      <path class="marigold" d="M12 20l134-6 4 70-132 6z" />
      <path class="white" d="M14 22l132-6-60 44c-4 3-8 3-12 0z" />
      <path class="berry" d="M72 48c6-6 14-2 14 6 0 7-6 12-14 10-8-2-8-11 0-16z" />
    </svg>
  )
}
