interface PostmarkProps {
  date: string
  place: string
  /** The language of the place's name, where the page has another. */
  lang?: string | undefined
}

/** The round mark with place and day, and the waves that cancel the stamp. */
export function Postmark({ date, place, lang }: PostmarkProps) {
  return (
    <svg
      class="postmark"
      viewBox="0 0 190 110"
      role="img"
      aria-label={`${place} ${date}`}
      lang={lang}
    >
      <g class="strokes">
        <path d="M54 4c30-1 50 20 50 50 0 31-20 52-50 52S4 84 4 55C4 25 24 5 54 4z" />
        <path d="M54 12c25 0 42 18 42 42 0 26-17 44-42 44-26 0-42-18-42-43 0-25 16-43 42-43z" />
        <path d="M110 32c12-8 20 8 32 0s20 8 32 0M114 48c12-8 18 8 30 0s20 8 32 0M114 64c12-8 18 8 30 0s20 8 32 0M110 80c12-8 20 8 32 0s20 8 32 0" />
      </g>
      <text x="54" y="46" text-anchor="middle">
        {place}
      </text>
      <text x="54" y="68" text-anchor="middle" class="day">
        {date}
      </text>
    </svg>
  )
}
