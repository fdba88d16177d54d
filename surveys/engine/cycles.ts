/** Groups things that lead back to each other: each member's group number (Tarjan's components). */
export function findCycles(arrows: readonly (readonly [string, string])[]): Map<string, number> {
  const next = new Map<string, string[]>()
  for (const [from, to] of arrows) {
    const list = next.get(from)
    if (list) list.push(to)
    else next.set(from, [to])
  }
  const order = new Map<string, number>()
  const groups = new Map<string, number>()
  const path: string[] = []

  const visit = (node: string): number => {
    const place = order.size
    order.set(node, place)
    path.push(node)
    let low = place
    for (const to of next.get(node) ?? []) {
      if (!order.has(to)) low = Math.min(low, visit(to))
      else if (!groups.has(to)) low = Math.min(low, order.get(to) ?? low)
    }
    if (low === place) {
      for (const member of path.splice(path.indexOf(node))) groups.set(member, place)
    }
    return low
  }

  for (const node of next.keys()) if (!order.has(node)) visit(node)
  return groups
}
