/** On a narrow screen the way around the desk would fill it, so what belongs to a consultation is folded away. */
export function foldRail(page: Document): void {
  if (!matchMedia('(max-width: 56rem)').matches) return
  for (const round of page.querySelectorAll<HTMLDetailsElement>('.rail-round')) round.open = false
}
