import { type Hue, hues, MailboxShape } from './mailbox.tsx'
import { Bench, Bicycle, Cat, Fir, Lamp, Tree } from './nature.tsx'

interface ForestProps {
  /** Mailboxes in geographic order; each leads somewhere and is announced by its name. */
  mailboxes: readonly { href: string; name: string }[]
  label: string
}

/** The forest itself: every mailbox a tree of its own colour and height. */
export function Forest({ mailboxes, label }: ForestProps) {
  return (
    <svg class="forest" viewBox="0 0 640 380" role="group" aria-label={label}>
      <path
        class="far"
        d="M0 250c60-46 130-52 205-20 70-62 160-66 240-14 62-34 130-30 195 12v120H0z"
      />
      <g class="faded">
        <At x={62} y={246} size={0.9}>
          <Fir />
        </At>
        <At x={196} y={236} size={0.8}>
          <Tree />
        </At>
        <At x={322} y={212} size={0.8}>
          <Fir />
        </At>
        <At x={470} y={226} size={0.9}>
          <Tree />
        </At>
        <At x={590} y={240} size={0.8}>
          <Fir />
        </At>
      </g>
      <path class="meadow" d="M0 290c90-34 190-30 300-12 120-26 230-22 340 8v94H0z" />
      <At x={28} y={312} size={1}>
        <Tree />
      </At>
      <At x={616} y={318} size={1.1}>
        <Fir />
      </At>
      <At x={272} y={300} size={1}>
        <Lamp />
      </At>
      {mailboxes.slice(0, places.length).map(({ href, name }, i) => {
        const [x, y, size] = places[i] ?? [0, 0, 1]
        return (
          <a href={href} aria-label={name}>
            <At x={x} y={y} size={size}>
              <MailboxShape hue={hueOf(i)} />
            </At>
          </a>
        )
      })}
      <path
        class="path"
        d="M236 380c30-30 90-34 84-58 0-14-28-16-22-26 10 8 44 8 48 26 4 22-40 30-34 58z"
      />
      <At x={386} y={350} size={1}>
        <Bench />
      </At>
      <At x={452} y={358} size={0.8}>
        <Cat />
      </At>
      <At x={160} y={362} size={1}>
        <Bicycle />
      </At>
    </svg>
  )
}

/** The colour of the nth mailbox, the same in the picture and in the list. */
export const hueOf = (n: number): Hue => hues[n % hues.length] ?? 'moss'

// Left to right as the neighbourhoods lie; uneven on purpose.
const places: readonly (readonly [x: number, y: number, size: number])[] = [
  [98, 338, 1.18],
  [208, 320, 1],
  [332, 312, 0.9],
  [440, 330, 1.12],
  [546, 340, 1.24],
  [270, 344, 0.86],
  [392, 306, 0.78],
]

function At(props: { x: number; y: number; size: number; children?: unknown }) {
  const { x, y, size, children } = props
  return <g transform={`translate(${x} ${y}) scale(${size})`}>{children}</g>
}
