import { inkOn } from '../desk/charts/palette.ts'

/**
 * A share of everybody who was asked; the track is everybody. It is stretched to any width, and its ends are
 * cut by hand. The number stands beside it, so it is left out of what is read aloud.
 */
export function ShareBar({ share, colour }: { share: number; colour?: string | undefined }) {
  const end = percent(share)
  return (
    <svg class="share" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      {end > 0 && <path d={`M0 1L${end} 0V9L0 10z`} fill={colour} />}
    </svg>
  )
}

export interface Segment {
  share: number | null
  colour: string
  /** Drawn with lines across it: the bad half of a scale is told apart without colours too. */
  isHatched?: boolean
}

/** Shares end to end, each with its number where there is room. What is hidden stays blank. */
export function Strip({ segments }: { segments: readonly Segment[] }) {
  const ends = segments.map((_, at) =>
    segments.slice(0, at + 1).reduce((sum, { share }) => sum + percent(share ?? 0), 0),
  )
  return (
    <svg class="strip" aria-hidden="true">
      {segments.map(({ share, colour, isHatched }, at) => {
        const width = percent(share ?? 0)
        const from = (ends[at] ?? 0) - width
        if (width === 0) return null
        return (
          <>
            <rect x={`${from}%`} width={`${width}%`} height="100%" fill={colour} />
            {isHatched && <rect x={`${from}%`} width={`${width}%`} height="100%" class="hatched" />}
            {width >= 12 && (
              <text x={`${from + width / 2}%`} y="50%" dy=".36em" fill={inkOn(colour)}>
                {width}%
              </text>
            )}
          </>
        )
      })}
    </svg>
  )
}

/** The lines of a hatched segment, once a page. */
export function Hatching() {
  return (
    <svg class="defs" width="0" height="0" aria-hidden="true">
      <pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse">
        <path d="M-2 2l4-4M-1 8l9-9M5 9l4-4" stroke="#fff" stroke-opacity=".5" stroke-width="1.4" />
      </pattern>
    </svg>
  )
}

export function Swatch({ colour }: { colour: string }) {
  return (
    <svg class="swatch" viewBox="0 0 12 12" aria-hidden="true">
      <path d="M0 1l12-1v11L1 12z" fill={colour} />
    </svg>
  )
}

export const percent = (share: number) => Math.round(share * 100)
