import type { Child } from 'hono/jsx'
import type { Growth } from './growth.ts'

/**
 * The mailbox trees, each drawn once in a page and then named from wherever one stands. A tree's root is at 0,0;
 * its box takes the colour of its place, its crown a green that lets the box be seen.
 */
export function Trees({ growths }: { growths: readonly Growth[] }) {
  const wanted = [...new Set(growths)]
  return (
    <svg class="shapes" aria-hidden="true" focusable="false">
      <defs>
        <Box />
        {wanted.map((growth) => (
          <g id={growth}>{shapes[growth]}</g>
        ))}
      </defs>
    </svg>
  )
}

interface TreeProps {
  growth: Growth
  sign?: string | undefined
}

/** A tree drawn elsewhere in the page, standing here, with its own sign on the plate. */
export function Tree({ growth, sign }: TreeProps) {
  const [y, size] = plates[growth]
  return (
    <>
      <use href={`#${growth}`} />
      {sign && (
        <text class="sign" transform={`translate(-1 ${y})scale(${size})`}>
          {sign}
        </text>
      )}
    </>
  )
}

// Where the plate of the box hangs in each drawing, and how large.
const plates: Record<Growth, readonly [y: number, size: number]> = {
  sown: [-38, 0.56],
  taller: [-65, 0.76],
  branching: [-79, 0.88],
  leafy: [-79, 1],
  great: [-86, 1.06],
}

function Box() {
  return (
    <>
      <g id="letter">
        <path class="white" d="M-13-9l25-2 2 18-26 2z" />
        <path class="flap" d="M-13-9l25-2-11 12q-2 1-4 0z" />
      </g>
      <g id="box">
        <path
          fill="currentColor"
          d="M-40-2l-2-49c0-26 17-43 43-43 25 0 40 18 40 42l-2 50c-26 4-52 3-79 0z"
        />
        <path class="shade" d="M12 0l2-93c17 4 27 20 27 41l-2 50c-9 1-18 2-27 2z" />
        <path class="ink" d="M-25-55l46-2 1 8-46 2z" />
        <path class="white" d="M-16-49l3-25 29 3-2 21z" />
        <path class="flap" d="M-13-74l13 13 16-10z" />
        <path class="white lit" d="M-19-35l36-1-1 25-34 1z" />
      </g>
    </>
  )
}

const shapes: Record<Growth, Child> = {
  sown: (
    <>
      <path class="earth" d="M-34 3c6-10 22-14 34-13 14 0 30 3 35 12-14 6-54 6-69 1z" />
      <path class="trunk" d="M-6 0l2-34 9-1 2 35z" />
      <use href="#box" transform="translate(0 -30) scale(.56)" />
      <path class="stem" d="M-2-80l1-22 4 0 1 22z" />
      <path
        class="tip"
        d="M0-96c-16 2-24-7-24-19 14 0 23 7 24 19zM2-98c2-13 12-20 25-17 0 11-9 19-25 17z"
      />
    </>
  ),
  taller: (
    <>
      <path class="trunk" d="M-10 1c4-3 5-8 5-14l1-46 9-1 1 47c0 6 1 11 5 14-7 2-14 2-21 0z" />
      <path
        class="tip"
        d="M-5-28c-12 1-18-5-18-14 11 0 17 5 18 14zM6-40c1-10 9-15 19-13 0 9-7 14-19 13z"
      />
      <path
        class="tip"
        d="M-20-126q-15 1-19-14 15-1 19 14zM-8-134q-12-8-8-22 13 8 8 22zM8-134q-2-15 10-22 5 14-10 22zM20-127q5-15 20-13-4 14-20 13z"
      />
      <use href="#box" transform="translate(0 -54) scale(.76)" />
    </>
  ),
  branching: (
    <>
      <path class="trunk" d="M-12 1c5-3 6-9 6-15l1-60 11-1 1 61c0 6 1 12 6 15-8 2-17 2-25 0z" />
      <path class="trunk" d="M-4-34l-34-20 3-6 32 15zM5-42l30-20 4 5-33 25z" />
      <path
        class="crown"
        d="M-66-58c-8-12 4-24 14-19 3-12 21-12 23 0 12 0 14 16 3 21-8 8-32 9-40-2zM28-64c-8-10 0-22 10-20 2-12 20-13 24-2 12-2 17 13 8 20-6 10-34 11-42 2z"
      />
      <path
        class="crown"
        d="M-34-142c-16-8-10-32 8-30 4-19 32-24 42-8 16-8 34 8 26 24 8 10-2 24-14 18-16 8-46 8-62-4z"
      />
      <path
        class="tip"
        d="M-56-66l8-4 3 6-8 3zM46-76l8-3 2 6-8 3zM-12-164l9-5 3 7-9 4zM14-172l8-3 2 7-8 2z"
      />
      <use href="#box" transform="translate(0 -66) scale(.88)" />
    </>
  ),
  leafy: (
    <>
      <path class="trunk" d="M-17 2c7-4 8-11 9-19l2-66 13-1 2 68c1 8 3 14 9 18-11 3-24 3-35 0z" />
      <path
        class="crown"
        d="M-62-92c-28-2-38-34-16-50-16-26 8-54 34-46 8-32 58-40 74-10 30-8 54 22 38 46 20 18 10 56-22 56-12 12-30 12-42 6-18 14-50 14-66-2z"
      />
      <path
        class="shade"
        d="M30-198c30-8 54 22 38 46 20 18 10 56-22 56-12 12-30 12-42 6l8-110c6-2 13-1 18 2z"
      />
      <path
        class="tip"
        d="M-60-150l11-6 4 8-11 5zM-34-190l10-6 4 8-10 5zM4-208l10-4 3 8-10 4zM50-176l9-5 4 8-10 4zM58-128l10-4 3 8-10 4zM-72-116l9-4 3 8-9 3z"
      />
      <use href="#box" transform="translate(0 -64)" />
      <use href="#letter" transform="translate(-64 -170) rotate(-14)" />
      <use href="#letter" transform="translate(38 -200) rotate(9)" />
    </>
  ),
  great: (
    <>
      <path
        class="trunk"
        d="M-30 3c12-5 16-14 17-27l4-66 19-1 4 68c1 12 5 20 17 25-19 5-42 5-61 1z"
      />
      <path class="trunk" d="M-6-54l-62-40 5-7 58 32zM8-62l56-38 6 7-60 44z" />
      <path
        class="crown"
        d="M-84-104c-40 2-52-44-24-64-22-34 10-70 46-60 6-44 82-58 104-18 42-16 80 24 58 60 32 20 22 72-18 76-14 18-44 20-60 8-26 20-78 18-106-2z"
      />
      <path
        class="shade"
        d="M42-246c42-16 80 24 58 60 32 20 22 72-18 76-14 18-44 20-60 8l10-150z"
      />
      <path
        class="crown-light"
        d="M-92-172c-12-22 8-46 32-38 8-26 50-28 60-2-6 26-34 16-42 26-12-6-34 0-50 14z"
      />
      <path
        class="tip"
        d="M-96-140l12-7 4 9-12 6zM-70-196l12-6 4 9-12 5zM-20-236l12-5 3 9-11 5zM38-222l11-5 4 9-12 5zM84-190l11-5 3 9-11 4zM98-146l11-4 3 9-11 4zM62-132l10-4 3 8-10 4zM-112-168l10-5 3 8-9 4z"
      />
      <use href="#box" transform="translate(0 -70) scale(1.06)" />
      <path class="stem" d="M-77-102h2v26h-2zM84-108h2v20h-2z" />
      <use href="#letter" transform="translate(-76 -68) rotate(-4)" />
      <use href="#letter" transform="translate(85 -80) rotate(7)" />
      <use href="#letter" transform="translate(66 -226) rotate(12)" />
      <path class="ink" d="M-58-232c-2-12 8-18 18-14l8-4-4 9c1 8-6 13-14 12l-12 6z" />
    </>
  ),
}
