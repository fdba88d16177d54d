/**
 * What to paint on each plate: the one character in which the names differ, as 一 in 汇成一村, 汇成二村.
 * Where no single character tells them all apart, the plates stay empty.
 */
export function signsOf(names: readonly string[]): (string | undefined)[] {
  const [first = '', ...others] = names
  const shortest = names.reduce((least, { length }) => Math.min(least, length), first.length)
  const agree = (at: (name: string) => string | undefined) =>
    others.every((name) => at(name) === at(first))
  let head = 0
  while (head < shortest && agree((name) => name[head])) head++
  let tail = 0
  while (tail < shortest - head && agree((name) => name[name.length - 1 - tail])) tail++
  const signs = names.map((name) => name.slice(head, name.length - tail))
  return names.map((_, i) => (signs.every((sign) => [...sign].length === 1) ? signs[i] : undefined))
}
