/** Things that stand between the mailboxes; each has its foot at 0,0. */

export function Broadleaf() {
  return (
    <g>
      <path class="trunk" d="M-6 1c3-3 3-7 3-12l1-36 6-1 1 38c0 4 1 8 4 11z" />
      <path
        class="moss"
        d="M-30-50c-6-14 4-26 12-28-2-16 12-28 22-25 14-2 22 10 20 22 12 4 16 20 8 30-8 10-20 7-27 5-12 6-29 6-35-4z"
      />
      <path class="leaf" d="M-14-66l7-5 4 6-8 4zM6-84l8-2 1 7-8 1zM12-58l8-3 2 6-8 3z" />
    </g>
  )
}

export function Fir() {
  return (
    <g>
      <path class="trunk" d="M-4 1l1-20 6-1 2 21z" />
      <path
        class="pine"
        d="M-27-16l14-24-9 1 13-24-8 1 18-34 17 33-8 1 13 23-9 1 15 23c-18 3-38 3-56 0z"
      />
    </g>
  )
}

export function Bench() {
  return (
    <g>
      <path class="ink" d="M-29 1l2-18 5 0-2 18zM24 1l-2-18 5 0 2 18z" />
      <path class="clay" d="M-34-23l68-1 1 7-70 1zM-31-39l62-1v6l-62 1zM-31-31l62-1v5l-62 1z" />
    </g>
  )
}

export function Lamp() {
  return (
    <g>
      <path class="ink" d="M-6 1l3-5 1-80 5 0 1 80 3 5z" />
      <path class="ink" d="M-12-86l24-1-5-7-14 1z" />
      <path class="marigold" d="M-10-86l20-1-3 17-13 1z" />
    </g>
  )
}

export function Cat() {
  return (
    <g>
      <path
        class="ink"
        d="M-13 1c-5-13 0-24 8-27-3-4-3-9-2-15l6 5 7-1 5-5c2 6 1 12-1 15 6 6 7 18 4 28 6-1 9-6 7-12-1-4 4-5 5-1 3 9-3 16-12 15-9 1-18 1-27-2z"
      />
      <path class="marigold" d="M-3-32l3 1-1 2-3-1zM5-31l3-1 0 2-3 1z" />
    </g>
  )
}

export function Bicycle() {
  return (
    <g class="strokes">
      <circle cx="-18" cy="-12" r="11" />
      <circle cx="18" cy="-12" r="11" />
      <path d="M-18-12l9-17h18l9 17-18-1-9-16-4-5M9-29l-8 16M8-34h7l3 3" />
    </g>
  )
}
