/** The mailbox of the poster: post is trunk, box is crown, letters are leaves. Told by shape, not by colour. */
export function PosterMailbox() {
  return (
    <svg class="poster-mailbox" viewBox="0 0 200 300" aria-hidden="true">
      <path class="ground" d="M8 287c28-10 62-14 96-13 34 0 66 4 90 14l-4 6H10z" />
      <path class="trunk" d="M88 176l26-1 7 108-41 1z" />
      <path class="crown" d="M18 186l-3-88C14 48 52 13 101 12c48-1 86 33 87 84l-2 92z" />
      <path class="door" d="M38 168l-2-66c0-37 27-62 65-62 37 0 65 24 66 60l-1 68z" />
      <path class="slot" d="M60 96l83-1v13l-83 1z" />
      <path class="letter" d="M76 64l52-1 1 36H77z" />
      <path class="fold" d="M76 64l27 20 25-21" />
      <path
        class="leaf"
        d="M183 60c9-17 22-20 34-17-1 15-12 26-34 17z"
        transform="translate(-26 -22)"
      />
      <path
        class="leaf"
        d="M14 74C-3 69-8 57-6 45c15 1 25 11 20 29z"
        transform="translate(12 -10)"
      />
      <path class="leaf" d="M150 22c2-13 10-19 20-20 3 11-4 20-20 20z" />
    </svg>
  )
}
