/** One small person, once a page; the others are copies of it. */
export function Person() {
  return (
    <svg class="defs" width="0" height="0" aria-hidden="true">
      <symbol id="p" viewBox="0 0 20 34">
        <path d="M10 1c4 0 6 3 6 6s-2 6-6 6-6-3-6-6 2-6 6-6zM2 33c-1-10 1-18 8-18s9 8 8 18c-5 1-11 1-16 0z" />
      </symbol>
    </svg>
  )
}

/** Ten people, so many of them coloured. The words beside it say the same. */
export function TenPeople({ of }: { of: number }) {
  return (
    <svg class="ten" viewBox="0 0 238 34" aria-hidden="true">
      {Array.from({ length: 10 }, (_, at) => (
        <use href="#p" x={at * 24} width="20" height="34" class={at < of ? 'one' : undefined} />
      ))}
    </svg>
  )
}

/** Out of ten; more than none is at least half a person. */
export const inTen = (share: number) => Math.round(share * 10)
