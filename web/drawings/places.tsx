import type { Child } from 'hono/jsx'

/** Where children play: 64 by 64, flat, cut from the same paper as the forest. */
export const places: Record<string, Child> = {
  yard: (
    <>
      <path class="far" d="M6 50l2-34 16-1v35zM42 50l-1-40 17 1 1 39z" />
      <path class="sky" d="M12 22h6v6h-6zM12 34h6v6h-6zM46 18h7v6h-7zM46 30h7v6h-7z" />
      <path class="meadow" d="M2 50c18-6 44-6 60 0 2 4-8 9-30 9S1 55 2 50z" />
      <path class="marigold" d="M26 46a7 7 0 1 1 14 0 7 7 0 0 1-14 0z" />
      <path class="berry" d="M27 43c4 3 8 4 13 3l-1 4c-4 1-9 0-12-3z" />
    </>
  ),
  garden: (
    <>
      <path class="meadow" d="M3 50c16-8 42-8 58 0 1 6-12 10-29 10S2 56 3 50z" />
      <path class="trunk" d="M18 50l1-18 4 0 1 18z" />
      <path class="moss" d="M6 30c-2-8 3-14 9-14 2-8 12-9 16-2 7 1 9 9 5 15-8 8-24 9-30 1z" />
      <path class="pine" d="M45 52l1-12 2 0 1 12zM54 54l0-9 2 0 0 9z" />
      <path class="berry" d="M41 36c0-5 4-7 6-4 3-3 7 0 6 4-2 5-10 6-12 0z" />
      <path class="marigold" d="M50 43c0-4 3-5 5-3 3-2 6 0 5 4-2 3-9 3-10-1z" />
    </>
  ),
  house: (
    <>
      <path class="meadow" d="M3 54c16-5 42-5 58 0 0 6-58 6-58 0z" />
      <path class="white" d="M13 30l38-1 1 26-40 1z" />
      <path class="clay" d="M6 32L31 9l27 22-4 3H10z" />
      <path class="pine" d="M27 56V41c0-4 10-4 11 0v14z" />
      <path class="sky" d="M16 37h8v8h-8zM42 37h7v8h-7z" />
      <path class="berry" d="M43 12h6v11l-6-5z" />
    </>
  ),
  'house-friend': (
    <>
      <path class="meadow" d="M3 54c16-5 42-5 58 0 0 6-58 6-58 0z" />
      <path class="white" d="M8 34l28-1 1 22-30 1z" />
      <path class="sky" d="M3 35l19-19 20 18-4 3H6z" />
      <path class="pine" d="M17 56V45c0-4 9-4 9 0v11z" />
      <path
        class="marigold"
        d="M43 56c-1-9 1-14 5-14 5 0 6 5 5 14zM42 36a5.5 6 0 1 1 11 0 5.5 6 0 0 1-11 0z"
      />
      <path
        class="berry"
        d="M53 57c-1-7 0-10 4-10 3 0 5 3 4 10zM53 43a4 4 0 1 1 8 0 4 4 0 0 1-8 0z"
      />
    </>
  ),
  'school-bag': (
    <>
      <path class="ink" d="M24 14c0-9 16-9 16 0l-3 1c-1-5-9-5-10 0z" />
      <path class="sky" d="M12 54c-2-14-1-28 5-37 6-5 24-5 30-1 6 10 7 24 5 38-8 4-32 4-40 0z" />
      <path class="marigold" d="M18 40l28-1 1 13c-7 3-22 3-29 0z" />
      <path class="white" d="M19 24h26v4H19zM29 43l6 0 0 5-6 0z" />
    </>
  ),
  signpost: (
    <>
      <path class="meadow" d="M10 56c10-5 34-5 44 0 0 5-44 5-44 0z" />
      <path class="trunk" d="M29 57l1-49 5 0 1 49z" />
      <path class="marigold" d="M12 13l33-1 9 7-9 7-33 0z" />
      <path class="sky" d="M52 30l-32 0-9 7 9 7 32-1z" />
    </>
  ),
  'activity-room': (
    <>
      <path class="meadow" d="M2 55c18-5 42-5 60 0 0 5-60 5-60 0z" />
      <path class="white" d="M6 26l52-1 1 30-54 1z" />
      <path class="berry" d="M3 27l5-13 48-1 5 13z" />
      <path class="sky" d="M10 33l18 0 0 15-18 0z" />
      <path class="pine" d="M36 55V35c5-3 12-3 16 0v20z" />
      <path class="marigold" d="M47 45h3v4h-3zM14 42c2-5 8-5 9 0l1 6H13z" />
    </>
  ),
  'question-mark': (
    <>
      <path class="far" d="M32 4c17-1 28 11 28 28S48 60 32 60 4 49 4 32 15 5 32 4z" />
      <path
        class="pine"
        d="M21 24c1-15 24-14 23 1 0 8-8 9-8 17l-8 0c0-11 8-12 8-17 0-6-7-5-8 0zM27 46l9 0 0 8-9 0z"
      />
    </>
  ),
}
