/** The little owl that waits on each page of the children's edition and never judges. */
export function Waiting() {
  return (
    <svg class="waiting" viewBox="0 0 96 96" aria-hidden="true">
      <path class="meadow" d="M6 88c20-7 64-7 84 0-12 7-70 7-84 0z" />
      <path
        class="clay"
        d="M22 84c-8-22-6-46 2-58-2-6-2-12 0-18 6 5 11 8 16 8h16c5 0 10-3 16-8 2 6 2 12 0 18 8 14 10 36 2 58-12 6-40 6-52 0z"
      />
      <path class="marigold" d="M30 80c-4-14 4-28 18-28s22 14 18 28c-10 5-26 5-36 0z" />
      <circle class="white" cx="36" cy="36" r="11" />
      <circle class="white" cx="61" cy="36" r="11" />
      <circle class="ink" cx="38" cy="37" r="5" />
      <circle class="ink" cx="59" cy="37" r="5" />
      <path class="berry" d="M44 45l10-1-5 9z" />
    </svg>
  )
}
