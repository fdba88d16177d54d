/** Whether this site itself answers in time, and not the page of somebody's Wi-Fi. */
export async function isThere(address: string, patienceMs = 20_000): Promise<boolean> {
  const stop = new AbortController()
  const late = setTimeout(() => stop.abort(), patienceMs)
  try {
    const answer = await fetch(address, { signal: stop.signal })
    return answer.status < 500 && answer.headers.has('X-Content-Type-Options')
  } catch {
    return false
  } finally {
    clearTimeout(late)
  }
}
