import { checkColumns } from '../../db/check-columns.ts'
import type { Store } from '../../db/store.ts'
import type { Host } from '../host.ts'
import { failureOf } from '../request/log.ts'

const dayMs = 86_400_000
/** Half past three at night in Shanghai, as time of day in UTC. */
const quietTime = 19.5 * 3_600_000

/**
 * Every night compares what results are counted from with the responses themselves, repairs what differs and
 * logs it. Returns how to stop.
 */
export function checkNightly(store: Store, log: Host['log']): () => void {
  let timer: NodeJS.Timeout
  const wait = () => {
    timer = setTimeout(check, dayMs - ((Date.now() - quietTime) % dayMs)).unref()
  }
  const check = async () => {
    wait()
    try {
      log({ nightly: 'results', ...(await checkColumns(store)) })
    } catch (error) {
      // The next night will try again; results themselves do not depend on it.
      log({ nightly: 'results', ...failureOf(error) })
    }
  }
  wait()
  return () => clearTimeout(timer)
}
