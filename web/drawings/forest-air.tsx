import type { Child } from 'hono/jsx'
import { hills, type Land, unevenness } from './forest-land.ts'
import { Bench, Bicycle, Broadleaf, Cat, Fir, Lamp } from './nature.tsx'

interface AirProps {
  land: Land
  resting: boolean
}

/** What lies behind the mailboxes: sun or moon, a letter on its way, the woods far off. */
export function Sky({ land, resting }: AirProps) {
  const { width, scale } = land
  const horizon = (land.rows[0] ?? 0) - 36 * scale
  const woods = width > 600 ? 17 : 9
  return (
    <>
      <g
        transform={`translate(${Math.round(width * 0.83)} ${Math.round(52 * scale)})scale(${scale})`}
      >
        <path
          class="sun"
          d="M2-34c22-1 35 14 34 34-1 21-15 34-35 34s-35-14-34-35c1-20 15-33 35-33z"
        />
        <path class="moon" d="M8-34c-20 12-18 46 6 56-24 10-50-6-50-30 1-22 22-36 44-26z" />
      </g>
      <Stars land={land} />
      <path class="ground3" d={hills(land, Math.round(horizon + 20 * scale), 5, 70 * scale)} />
      <g class="faded">
        {Array.from({ length: woods }, (_, i) => {
          const odd = unevenness(i * 5 + 2)
          const x = ((i + 0.5 + odd * 0.3) / woods) * width
          return (
            <At x={x} y={horizon + 10 - odd * 16} size={scale * (0.95 + odd * 0.25)}>
              {i % 3 === 1 ? <Broadleaf /> : <Fir />}
            </At>
          )
        })}
      </g>
      {!resting && (
        <At x={width * 0.52} y={46 * scale} size={scale * 1.1}>
          <FlyingLetter />
        </At>
      )}
    </>
  )
}

/** What lies before them: the way in, a bench under its lamp, the cat, grass and leaves that have come down. */
export function Foreground({ land, resting }: AirProps) {
  const { width, height, scale, rows } = land
  const front = rows[rows.length - 1] ?? 0
  const foot = front + 56 * scale
  return (
    <>
      <path class="tuft" d={scattered(land, 'l-4-11 4 8 2-13 2 13 5-8-4 11z')} />
      <path class="path" d={wayIn(land)} />
      <At x={width * 0.6} y={foot - 12 * scale} size={scale}>
        <path
          class="glow"
          d="M-4-150c52-2 82 34 80 74-2 38-38 66-80 64-44-2-72-34-72-70 2-38 32-66 72-68z"
        />
        <path
          class="glow"
          d="M-2-122c30-2 46 18 44 42-2 22-20 36-44 34-26-2-42-18-42-38 2-22 18-36 42-38z"
        />
        <path class="glow" d="M-92 6c34-20 168-22 214 0-24 22-184 24-214 0z" />
        <Lamp />
      </At>
      <At x={width * 0.7} y={foot} size={scale * 1.15}>
        <Bench />
      </At>
      <At x={width * 0.9} y={foot + 12 * scale} size={scale * 0.9}>
        <Cat />
      </At>
      <At x={width * 0.17} y={foot + 8 * scale} size={scale}>
        <Bicycle />
      </At>
      <At x={-4} y={foot + 26 * scale} size={scale * 1.5}>
        <Fir />
      </At>
      <At x={width + 6} y={foot - 26 * scale} size={scale * 1.25}>
        <Fir />
      </At>
      <Leaves land={land} resting={resting} />
      <path
        class="path"
        d={`M-900 ${height}v-4h880q${width * 0.14}-8 ${width * 0.3} 0t${width * 0.3} 1 ${width * 0.3}-2 ${width * 0.3} 1h900v9z`}
      />
    </>
  )
}

// From the lower edge, where the page goes on in the same colour, up between the trees.
function wayIn({ width, height, scale }: Land): string {
  const bends = [
    [20, -40, 96, -34, 88, -66],
    [0, -16, -24, -18, -18, -30],
    [12, 10, 50, 10, 52, 32],
    [2, 24, -40, 34, -36, 64],
  ]
  const line = bends.map((bend) => `c${bend.map((n) => Math.round(n * scale * 1.1)).join(' ')}`)
  return `M${width * 0.4} ${height}${line.join('')}z`
}

/** The same small shape here and there on the grass. */
function scattered({ width, height, rows, scale }: Land, shape: string): string {
  const first = rows[0] ?? 0
  const many = width > 600 ? 26 : 12
  return Array.from({ length: many }, (_, i) => {
    const x = ((i + 0.5 + unevenness(i * 3 + 1) * 0.4) / many) * width
    const y = first + ((i * 7) % many) * ((height - 12 * scale - first) / many)
    return `M${Math.round(x)} ${Math.round(y)}${shape}`
  }).join('')
}

// They come down once when the page opens, and then lie there.
function Leaves({ land: { width, height, scale }, resting }: AirProps) {
  const places = resting ? [0.12, 0.29, 0.36, 0.5, 0.56, 0.73, 0.94] : [0.3, 0.57, 0.76]
  return (
    <g class="leaves">
      {places.map((x, i) => (
        <path
          class={i % 2 ? 'marigold' : 'berry'}
          d={`M${Math.round(width * x)} ${Math.round(height - (14 + ((i * 11) % 28)) * scale)}c2-8 12-10 18-5-2 7-10 10-18 5z`}
        />
      ))}
    </g>
  )
}

function Stars({ land: { width, scale } }: { land: Land }) {
  const many = width > 600 ? 12 : 7
  const stars = Array.from({ length: many }, (_, i) => {
    const x = Math.round(((i + 0.5) / many) * width)
    const y = Math.round((46 + unevenness(i * 3) * 36) * scale)
    return `M${x} ${y}l2-5 2 5 5 2-5 2-2 5-2-5-5-2z`
  })
  return <path class="stars" d={stars.join('')} />
}

function FlyingLetter() {
  return (
    <g transform="rotate(-8)">
      <path class="leaf" d="M-14 8q-22-18-30-4 8 12 30 10zM30 8q20-22 30-8-6 14-30 14z" />
      <path class="flap" d="M-18-6l52-2 1 32-52 2z" />
      <path class="white" d="M-15 12l46-14 1 23-46 2z" />
      <path class="berry" d="M5 8q4-4 7 0 1 6-4 6t-3-6z" />
    </g>
  )
}

interface AtProps {
  x: number
  y: number
  size: number
  children?: Child
}

function At({ x, y, size, children }: AtProps) {
  return (
    <g transform={`translate(${Math.round(x)} ${Math.round(y)})scale(${Number(size.toFixed(2))})`}>
      {children}
    </g>
  )
}
