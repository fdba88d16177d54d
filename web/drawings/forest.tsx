import { Foreground, Sky } from './forest-air.tsx'
import { landFor, ridge } from './forest-land.ts'
import type { Growth } from './growth.ts'
import { type Hue, hues } from './mailbox.tsx'
import { Tree, Trees } from './trees.tsx'

export interface Planted {
  /** Where a touch leads; on its own page a tree leads nowhere. */
  href?: string | undefined
  hue: Hue
  growth: Growth
  /** One character for the plate on the box, where one tells the mailboxes apart. */
  sign?: string | undefined
}

interface ForestProps {
  /** In geographic order. */
  mailboxes: readonly Planted[]
  /** Nothing is being asked: the forest has its autumn. */
  resting: boolean
  /** The picture is lower, because the page has more to say. */
  low?: boolean
}

/**
 * The forest as a picture, once for narrow and once for wide screens. It can be touched and clicked; the list
 * of the mailboxes says the same in words, so this is left out of what is read aloud and of the keyboard's way.
 */
export function Forest({ mailboxes, resting, low = false }: ForestProps) {
  const look = `forest${resting ? ' resting' : ''}${low ? ' low' : ''}`
  return (
    <div class={look} aria-hidden="true">
      <Trees growths={mailboxes.map(({ growth }) => growth)} />
      <Scene mailboxes={mailboxes} resting={resting} width={400} />
      <Scene mailboxes={mailboxes} resting={resting} width={1280} />
    </div>
  )
}

/** The colour of the nth mailbox, the same in the picture and in the list. */
export const hueOf = (n: number): Hue => hues[n % hues.length] ?? 'moss'

function Scene({ mailboxes, resting, width }: ForestProps & { width: number }) {
  const land = landFor(
    mailboxes.map(({ growth }) => growth),
    width,
  )
  const trees = mailboxes.map((mailbox, i) => ({ ...mailbox, place: land.places[i] }))
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: said in words elsewhere, as above
    <svg class={width > 600 ? 'wide' : 'narrow'} viewBox={`0 0 ${width} ${land.height}`}>
      <Sky land={land} resting={resting} />
      {land.rows.map((_, row) => (
        <>
          <path class={`ground${Math.min(land.rows.length - 1 - row, 2)}`} d={ridge(land, row)} />
          {trees
            .filter(({ place }) => place?.row === row)
            .map(({ place, ...mailbox }) => (
              <Standing {...mailbox} x={place?.x} y={place?.y} size={place?.size} />
            ))}
        </>
      ))}
      {mailboxes.length === 0 && <Clearing x={width * 0.44} y={land.rows[0] ?? 0} />}
      <Foreground land={land} resting={resting} />
    </svg>
  )
}

/** No mailbox yet: the ground is dug, the spade stands ready. */
function Clearing({ x, y }: { x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <path class="earth" d="M-44 4c6-14 26-18 44-18 20 0 40 4 46 17-18 8-72 8-90 1z" />
      <path class="stem" d="M-2-12l1-26 4 0 1 26z" />
      <path
        class="tip"
        d="M0-32c-18 2-27-8-27-21 16 0 26 8 27 21zM2-34c2-15 14-23 28-19 0 12-10 21-28 19z"
      />
      <path class="trunk" d="M52-62l5-1 3 50-5 1zM46-66l17-2v6l-16 1z" />
      <path class="ink" d="M49-16l17-1c1 12-2 20-7 24-6-4-10-12-10-23z" />
    </g>
  )
}

interface StandingProps extends Planted {
  x?: number | undefined
  y?: number | undefined
  size?: number | undefined
}

function Standing({ href, hue, growth, sign, x = 0, y = 0, size = 1 }: StandingProps) {
  const tree = (
    <g class={`hue-${hue}`} transform={`translate(${x} ${y})scale(${size})`}>
      <Tree growth={growth} sign={sign} />
    </g>
  )
  return href ? (
    <a href={href} tabindex={-1}>
      {tree}
    </a>
  ) : (
    tree
  )
}
