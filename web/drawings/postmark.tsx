interface PostmarkProps {
  date: string
  place: string
  /** The language of the place's name, where the page has another. */
  lang?: string | undefined
}

/** The round mark with place and day, and the waves that cancel the stamp. */
export function Postmark({ date, place, lang }: PostmarkProps) {
  const lines = linesOf(place)
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
      {lines.map((line, i) => (
        <text
          x="54"
          y={46 + 14 * i - (lines.length - 1) * 5}
          text-anchor="middle"
          {...within(line)}
        >
          {line}
        </text>
      ))}
      <text x="54" y={66 + 2 * lines.length} text-anchor="middle" class="day">
        {date}
      </text>
    </svg>
  )
}

// A long name stands in two lines, and close where it must: the mark is no wider than its ring.
function linesOf(place: string): string[] {
  const words = place.split(' ')
  if (widthOf(place) <= ring || words.length === 1) return [place]
  const first = Math.floor(words.length / 2)
  return [words.slice(0, first).join(' '), words.slice(first).join(' ')]
}

const within = (line: string) =>
  widthOf(line) > ring ? { textLength: ring, lengthAdjust: 'spacingAndGlyphs' } : {}

/** What fits inside the inner ring, and about how wide the letters are. */
const ring = 76
const widthOf = (line: string) =>
  [...line].reduce((sum, sign) => sum + (sign > '\u2e80' ? 13 : 8), 0)
