import type { Child } from 'hono/jsx'
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
    <nav class="forest" aria-label={label}>
      <svg viewBox="0 92 640 292" aria-label={label}>
        <Behind />
        {mailboxes.slice(0, places.length).map(({ href, name }, i) => (
          <a href={href} aria-label={name}>
            <At place={places[i]}>
              <MailboxShape hue={hueOf(i)} />
            </At>
          </a>
        ))}
        <InFront />
      </svg>
    </nav>
  )
}

/** The colour of the nth mailbox, the same in the picture and in the list. */
export const hueOf = (n: number): Hue => hues[n % hues.length] ?? 'moss'

type Place = readonly [x: number, y: number, size: number]

// Left to right as the neighbourhoods lie; uneven on purpose.
const places: readonly Place[] = [
  [110, 342, 1.18],
  [212, 322, 1],
  [332, 312, 0.9],
  [436, 330, 1.12],
  [538, 346, 1.2],
  [270, 344, 0.86],
  [386, 306, 0.78],
]

function Behind() {
  return (
    <>
      <path
        class="far"
        d="M14 330c14-70 108-116 191-100 70-52 160-56 240-14 80-30 168 26 180 112z"
      />
      <g class="faded">
        <At place={[84, 262, 0.9]}>
          <Fir />
        </At>
        <At place={[170, 240, 0.8]}>
          <Tree />
        </At>
        <At place={[322, 212, 0.8]}>
          <Fir />
        </At>
        <At place={[482, 226, 0.9]}>
          <Tree />
        </At>
        <At place={[576, 266, 0.8]}>
          <Fir />
        </At>
      </g>
      <path
        class="meadow"
        d="M3 350c6-42 92-66 190-70 40-2 74-2 108-2 60-4 100-2 146 4 104 8 184 34 190 66 3 24-140 34-318 34S-1 376 3 350z"
      />
      <FlyingLetter />
      <At place={[40, 322, 1]}>
        <Tree />
      </At>
      <At place={[606, 326, 1]}>
        <Fir />
      </At>
      <At place={[272, 302, 1]}>
        <Lamp />
      </At>
    </>
  )
}

function InFront() {
  return (
    <>
      <path
        class="path"
        d="M232 386c30-32 90-38 84-60 0-14-28-16-22-26 10 8 44 8 48 26 4 22-40 30-38 60z"
      />
      <At place={[386, 352, 1]}>
        <Bench />
      </At>
      <At place={[470, 362, 0.8]}>
        <Cat />
      </At>
      <At place={[168, 366, 1]}>
        <Bicycle />
      </At>
    </>
  )
}

function FlyingLetter() {
  return (
    <g transform="translate(262 128) rotate(-8)">
      <path class="leaf" d="M-14 8q-22-18-30-4 8 12 30 10zM30 8q20-22 30-8-6 14-30 14z" />
      <path class="white" d="M-16-4l48-2 1 28-48 2z" />
      <path class="flap" d="M-16-4l48-2-22 18q-3 2-6 0z" />
      <path class="berry" d="M5 8q4-4 7 0 1 6-4 6t-3-6z" />
    </g>
  )
}

function At({ place = [0, 0, 1], children }: { place?: Place | undefined; children?: Child }) {
  const [x, y, size] = place
  return <g transform={`translate(${x} ${y}) scale(${size})`}>{children}</g>
}
