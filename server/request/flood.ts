/** A bucket per caller: `burst` at once, then `perSecond`. */
export interface Rate {
  burst: number
  perSecond: number
}

const mostCallers = 50_000

/**
 * Token buckets in memory; says whether this caller may go on. With a cost of 0 it only looks.
 * The buckets unused for longest go first when there are too many.
 */
export function floodGate(rate: Rate, now: () => number = () => performance.now()) {
  const buckets = new Map<string, { tokens: number; at: number }>()
  return (caller: string, cost = 1): boolean => {
    const at = now()
    const bucket = buckets.get(caller)
    const tokens = bucket
      ? Math.min(rate.burst, bucket.tokens + ((at - bucket.at) / 1000) * rate.perSecond)
      : rate.burst
    buckets.delete(caller)
    if (!bucket && buckets.size >= mostCallers) dropOldest(buckets)
    const allowed = tokens >= 1
    buckets.set(caller, { tokens: allowed ? tokens - cost : tokens, at })
    return allowed
  }
}

function dropOldest(buckets: Map<string, unknown>) {
  for (const caller of buckets.keys()) {
    buckets.delete(caller)
    return
  }
}
