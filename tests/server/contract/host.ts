import type { Store } from '../../../db/store.ts'

/** One way of running the site: in this process on a file, or built, on the Workers runtime and a libSQL server. */
export interface ContractHost {
  request(path: string, init?: RequestInit): Promise<Response>
  /** The same database, for looking inside and for what the desk would do. */
  store: Store
  end(): Promise<void>
}

export const secretKey = 'a key of thirty-two bytes or more, for tests'
export const publicOrigin = 'http://forest.test'
