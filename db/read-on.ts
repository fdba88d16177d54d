/**
 * Reads of what only grows (`grown`) as much as has come since the last time. Whoever asks at the same moment
 * goes on from what the other reads, so that nothing is read twice; where a response was changed, `grown` is
 * another, and all is read anew.
 */
export function readingOn<T>(start: () => T) {
  const kept = new WeakMap<object, Map<string, Promise<T>>>()
  return (
    grown: object | undefined,
    what: string,
    readOn: (before: T) => Promise<T>,
  ): Promise<T> => {
    const known = kept.get(grown ?? {}) ?? new Map<string, Promise<T>>()
    const reading = (known.get(what) ?? Promise.resolve(start())).then(readOn)
    reading.catch(() => known.delete(what))
    if (grown) kept.set(grown, known.set(what, reading))
    return reading
  }
}
