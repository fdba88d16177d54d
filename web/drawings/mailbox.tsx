export const hues = ['marigold', 'sky', 'clay', 'moss', 'pine'] as const
export type Hue = (typeof hues)[number]

/** A mailbox that is a tree: post, crown, letters and leaves. Its root stands at 0,0. */
export function MailboxShape({ hue }: { hue: Hue }) {
  return (
    <g class={`hue-${hue}`}>
      <path class="trunk" d="M-10 1c4-3 5-8 5-14l1-60 9-1 1 61c0 6 1 11 5 14-7 2-14 2-21 0z" />
      <path
        class="leaf"
        d="M-31-147q-15-1-16-17 15 1 16 17zM-17-158q-11-9-6-21 12 8 6 21zM12-162q-2-14 9-20 4 14-9 20zM27-152q4-15 19-15-3 14-19 15z"
      />
      <path class="white" d="M-12-156l3-19 23 3-3 19z" />
      <path class="flap" d="M-9-175l10 11 13-8z" />
      <path
        fill="currentColor"
        d="M-40-71l-2-49c0-26 17-43 43-43 25 0 40 18 40 42l-2 50c-26 4-52 3-79 0z"
      />
      <path class="shade" d="M12-69l2-93c17 4 27 20 27 41l-2 50c-9 1-18 2-27 2z" />
      <path class="ink" d="M-25-124l46-2 1 8-46 2z" />
      <path class="white" d="M-16-118l3-25 29 3-2 21z" />
      <path class="flap" d="M-13-143l13 13 16-10z" />
      <path class="white" d="M-17-101l32-1-1 18-30 1z" />
    </g>
  )
}

interface MailboxProps {
  hue: Hue
  class?: string | undefined
}

/** One mailbox by itself, on a little ground. */
export function Mailbox({ hue, class: className }: MailboxProps) {
  return (
    <svg class={className} viewBox="-60 -188 120 198" aria-hidden="true">
      <path class="meadow" d="M-56 4c20-8 84-9 112-1 3 2-5 5-14 6-30 2-62 2-86 0-9-1-15-3-12-5z" />
      <MailboxShape hue={hue} />
    </svg>
  )
}

/** The sign beside the name at the top of every page. */
export function MailboxMark() {
  return (
    <svg class="mark" viewBox="-44 -166 88 170" aria-hidden="true">
      <path class="trunk" d="M-12 1c5-4 6-9 6-16l1-60 12-1 1 61c0 7 1 12 6 16-8 2-17 2-26 0z" />
      <path
        class="moss"
        d="M-41-69l-2-51c0-26 18-44 44-44 25 0 41 19 41 43l-2 52c-27 4-53 3-81 0z"
      />
      <path class="ink" d="M-26-124l50-2 1 11-50 2z" />
      <path class="white" d="M-18-100l36-1-1 20-34 1z" />
    </svg>
  )
}
