import type { Child } from 'hono/jsx'

/** What may frighten on the way: drawn so that the drawing itself does not. */
export const worries: Record<string, Child> = {
  car: (
    <>
      <path class="meadow" d="M2 52c18-4 42-4 60 0 0 6-60 6-60 0z" />
      <path
        class="berry"
        d="M4 49c-1-9 1-14 9-16 5-10 9-14 18-14 10 0 14 4 18 13 9 2 12 6 11 16-14 3-42 3-56 1z"
      />
      <path class="white" d="M19 32c3-6 6-9 11-9l0 9zM34 23c6 0 9 3 11 9l-11 0z" />
      <path
        class="ink"
        d="M11 49a7 7 0 1 1 14 0 7 7 0 0 1-14 0zM40 49a7 7 0 1 1 14 0 7 7 0 0 1-14 0z"
      />
      <path class="marigold" d="M55 37l4 3-1 4-4 0z" />
    </>
  ),
  'lamp-dark': (
    <>
      <path class="night-sky" d="M32 4c17-1 28 11 28 28S48 60 32 60 4 49 4 32 15 5 32 4z" />
      <path
        class="white"
        d="M44 13c-6 4-5 13 2 15-8 3-14-3-13-9 1-5 6-8 11-6zM14 22l2-3 2 3-2 3z"
      />
      <path class="trunk" d="M21 59l1-30 4 0 1 31z" />
      <path class="marigold" d="M18 20l12-1-2 10-8 0z" />
      <path class="clay" d="M15 21l9-7 9 6z" />
    </>
  ),
  dog: (
    <>
      <path class="meadow" d="M3 55c18-5 40-5 58 0 0 5-58 5-58 0z" />
      <path
        class="clay"
        d="M14 56c-2-12 0-20 6-24-6-6-4-14 0-20l7 6c4-2 8-2 12 0l7-6c4 7 5 15 0 21 3 2 5 5 6 9 3-2 5-5 5-9l4 1c1 7-3 12-8 14l0 8c-12 2-28 2-39 0z"
      />
      <path class="white" d="M25 56c-1-11 2-17 8-17s9 6 8 17zM27 32c2-4 10-4 12 0-1 6-11 6-12 0z" />
      <path class="ink" d="M25 25h4v4h-4zM37 25h4v4h-4zM30 31h6l-3 4z" />
    </>
  ),
  stranger: (
    <>
      <path class="meadow" d="M6 57c14-4 38-4 52 0 0 4-52 4-52 0z" />
      <path class="night-sky" d="M14 58c-1-16 4-26 18-26s20 10 18 26c-10 2-26 2-36 0z" />
      <path class="white" d="M22 24a10 11 0 1 1 20 0 10 11 0 0 1-20 0z" />
      <path class="ink" d="M14 18c8-3 28-3 36-1-2 5-34 5-36 1z" />
      <path class="ink" d="M22 16c0-13 20-13 20-1zM26 25h4v3h-4zM34 25h4v3h-4z" />
      <path class="sky" d="M24 34l8 6 8-6 0 6-8 5-8-4z" />
    </>
  ),
  puddle: (
    <>
      <path class="hue-stone" d="M4 42c6-8 50-10 56 0 2 10-8 17-28 17S2 53 4 42z" />
      <path class="sky" d="M12 48c-2-6 8-7 14-7 3-4 14-3 16 0 10 0 14 4 11 8-3 6-38 7-41-1z" />
      <path class="white" d="M20 46c5-2 10-2 14-1-5 2-10 3-14 1z" />
      <path
        class="sky"
        d="M20 8c4 6 6 9 6 12 0 7-11 7-11 0 0-3 2-6 5-12zM42 14c4 6 6 9 6 12 0 7-11 7-11 0 0-3 2-6 5-12z"
      />
    </>
  ),
}
