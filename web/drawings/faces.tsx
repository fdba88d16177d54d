import type { Child } from 'hono/jsx'

/** Four faces, each always shown with its word. */
export const faces: Record<string, Child> = {
  'face-happy': (
    <Face colour="marigold">
      <path class="ink" d="M17 37c8 4 21 4 30-1 0 10-7 16-15 16s-14-6-15-15z" />
      <Eyes />
    </Face>
  ),
  'face-fine': (
    <Face colour="moss">
      <path class="ink" d="M20 41c8 4 17 4 24-1l1 3c-8 7-19 7-26 1z" />
      <Eyes />
    </Face>
  ),
  'face-uneasy': (
    <Face colour="sky">
      <path
        class="ink"
        d="M20 45c3-6 7-6 10-1 3 4 6 3 9-2 2-3 5-2 6 1l-3 1c-1-1-2-1-3 1-4 6-8 7-12 1-2-3-3-2-5 1z"
      />
      <Eyes />
    </Face>
  ),
  'face-scared': (
    <Face colour="clay">
      <path class="ink" d="M25 48c-1-8 3-12 8-12s8 5 7 12c-4 3-11 3-15 0z" />
      <path
        class="white"
        d="M15 28a7 7 0 1 1 14 0 7 7 0 0 1-14 0zM35 27a7 7 0 1 1 14 0 7 7 0 0 1-14 0z"
      />
      <path
        class="ink"
        d="M20 28a3 3 0 1 1 6 0 3 3 0 0 1-6 0zM38 28a3 3 0 1 1 6 0 3 3 0 0 1-6 0z"
      />
    </Face>
  ),
}

function Face({ colour, children }: { colour: string; children?: Child }) {
  return (
    <>
      <path class={colour} d="M32 5c17-1 28 10 28 27S49 60 32 60 5 48 5 32 16 5 32 5z" />
      {children}
    </>
  )
}

function Eyes() {
  return (
    <path
      class="ink"
      d="M19 27a3.5 4 0 1 1 7 0 3.5 4 0 0 1-7 0zM38 26a3.5 4 0 1 1 7 0 3.5 4 0 0 1-7 0z"
    />
  )
}
