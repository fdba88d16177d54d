interface StrokesProps {
  /** Each `x,y dx,dy dx,dy …` in whole units of a sheet of 1000 × 750. */
  strokes: string[]
  label: string
}

/** A drawing as its strokes, on a white sheet in daylight and at night. */
export function Strokes({ strokes, label }: StrokesProps) {
  return (
    <svg class="sheet" viewBox="0 0 1000 750" role="img" aria-label={label}>
      <path d={strokes.map(pathOf).join('')} />
    </svg>
  )
}

// Built from numbers only, so that nothing else can come into the page. A point alone is a dot.
function pathOf(stroke: string): string {
  const [start, ...steps] = stroke.split(' ').map((pair) => {
    const [x = 0, y = 0] = pair.split(',').map(Number)
    return `${Math.trunc(x) || 0} ${Math.trunc(y) || 0}`
  })
  return start ? `M${start}${steps.length > 0 ? `l${steps.join(' ')}` : 'h0'}` : ''
}
