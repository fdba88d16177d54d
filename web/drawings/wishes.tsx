import type { Child } from 'hono/jsx'

/** What the old store-room could become. */
export const wishes: Record<string, Child> = {
  books: (
    <>
      <path class="trunk" d="M4 52l56-1 1 5-57 1z" />
      <path class="berry" d="M9 18l10-1 1 34-11 0z" />
      <path class="marigold" d="M21 12l9 0 0 39-9 0z" />
      <path class="pine" d="M32 20l8-1 1 32-9 0z" />
      <path class="sky" d="M43 23l8-3 9 29-9 3z" />
      <path class="white" d="M10 24l9 0v4l-9 0zM22 20h7v5h-7zM33 28h7v4h-7z" />
    </>
  ),
  crafts: (
    <>
      <path class="clay" d="M4 44l56-1 1 6-57 0zM10 50h5v10h-5zM49 49h5v11h-5z" />
      <path class="sky" d="M9 43l5-22 15 3-4 19z" />
      <path class="marigold" d="M34 43l-3-26 5-6 4 6 1 26z" />
      <path class="white" d="M33 16l3-5 3 5z" />
      <path class="berry" d="M45 43c-2-9 1-14 4-17l2 3 3-3c3 4 4 9 2 17z" />
      <path class="white" d="M15 27l9 2-1 4-9-2z" />
    </>
  ),
  flowers: (
    <>
      <path class="clay" d="M14 44l36-1-4 16-27 1z" />
      <path
        class="pine"
        d="M20 45l0-18 3 0 0 18zM31 44l0-24 3 0 0 24zM42 44l0-17 3 0 0 17zM23 38c3-5 6-5 8-3-1 4-4 5-8 3zM34 36c2-5 6-5 8-3-1 4-4 5-8 3z"
      />
      <path class="berry" d="M14 24c0-5 5-7 7-3 4-3 9 0 7 4-2 6-13 6-14-1z" />
      <path class="marigold" d="M24 14c1-6 6-6 8-2 4-4 10-1 8 5-3 7-15 5-16-3z" />
      <path class="sky" d="M37 25c0-6 5-7 7-3 4-3 9 0 7 4-2 6-13 6-14-1z" />
    </>
  ),
  games: (
    <>
      <path class="meadow" d="M2 55c18-5 42-5 60 0 0 5-60 5-60 0z" />
      <path class="clay" d="M10 56l12-43 5 1L16 57zM24 15l4-2 28 38-3 6z" />
      <path class="berry" d="M14 13l21-3 1 6-21 2z" />
      <path class="ink" d="M17 27l9 0 0 3-10 0zM14 38l9 0 0 3-10 0z" />
      <path class="marigold" d="M47 22a7 7 0 1 1 14 0 7 7 0 0 1-14 0z" />
    </>
  ),
  'wall-painting': (
    <>
      <path class="white" d="M4 10l55-2 1 44-56 1z" />
      <path class="marigold" d="M12 20a7 7 0 1 1 14 0 7 7 0 0 1-14 0z" />
      <path class="moss" d="M4 52c4-14 14-18 22-8 6-16 20-16 33 0l1 8z" />
      <path class="berry" d="M34 22c0-6 6-7 7-3 3-3 8 0 6 4-1 4-6 6-6 9-4-3-7-5-7-10z" />
      <path class="trunk" d="M46 60l10-22 4 2-9 21z" />
      <path class="sky" d="M55 39l4-9 5 3-4 8z" />
    </>
  ),
  storytelling: (
    <>
      <path class="meadow" d="M2 55c18-5 42-5 60 0 0 5-60 5-60 0z" />
      <path
        class="clay"
        d="M5 56c-1-12 2-19 10-19s11 7 10 19zM8 29a7 8 0 1 1 14 0 7 8 0 0 1-14 0z"
      />
      <path
        class="sky"
        d="M40 57c-1-8 1-13 6-13s7 5 6 13zM41 38a5 5.5 0 1 1 10 0 5 5.5 0 0 1-10 0z"
      />
      <path
        class="marigold"
        d="M52 58c-1-6 1-9 4-9 4 0 6 3 5 9zM53 45a4 4 0 1 1 8 0 4 4 0 0 1-8 0z"
      />
      <path
        class="white"
        d="M26 8c10-4 26-3 32 1 4 5 3 13-1 16-6 3-18 3-24 2l-8 6 2-8c-5-4-6-12-1-17z"
      />
      <path class="berry" d="M38 14c2-3 5-2 5 0 1-2 5-3 6 0 0 4-4 6-6 8-3-2-6-5-5-8z" />
    </>
  ),
}
