/** The door for adults: full height, a lamp beside it. */
export function AdultDoor() {
  return (
    <svg viewBox="0 0 120 120" aria-hidden="true">
      <path class="meadow" d="M6 112c24-8 84-8 108 0-16 6-92 6-108 0z" />
      <path class="pine" d="M32 110l-1-72c0-20 12-32 30-32s30 13 30 32l-1 72z" />
      <path class="far" d="M40 110l-1-70c0-15 8-25 21-25s22 10 22 25l-1 70z" />
      <path class="pine" d="M45 110l-1-68c0-14 6-21 16-21s17 8 17 21l-1 68z" />
      <path class="marigold" d="M66 66h6l0 7-6 0zM98 60h12l-2 14h-8z" />
      <path class="ink" d="M102 74h3v36h-3zM97 57h14l-3 4h-8z" />
    </svg>
  )
}

/** The door for children: low and round, with a kite. */
export function ChildDoor() {
  return (
    <svg viewBox="0 0 120 120" aria-hidden="true">
      <path class="meadow" d="M6 112c24-8 84-8 108 0-16 6-92 6-108 0z" />
      <path class="clay" d="M26 110l0-32c0-20 13-31 30-31s31 12 31 31l-1 32z" />
      <path class="far" d="M34 110l0-30c0-15 9-24 22-24s23 9 23 24l-1 30z" />
      <path class="clay" d="M40 110l0-28c0-13 6-20 16-20s17 7 17 20l-1 28z" />
      <path class="marigold" d="M62 84h6v6h-6zM82 12l18 6-6 20-18-8z" />
      <path class="sky" d="M82 12l2 21-8-3zM98 42l6-3 1 6-5 3zM102 52l6-1-1 6-5 1z" />
    </svg>
  )
}
