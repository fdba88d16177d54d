import type { Store } from './store.ts'

const mostKept = 500

/**
 * Remembers what was read, for stores that this process alone writes to. Whoever changes the truth
 * must `forget` afterwards. Other stores read every time.
 */
export function remembered<T>() {
  const kept = new WeakMap<Store, Map<string, Promise<T>>>()
  return {
    get(store: Store, key: string, load: () => Promise<T>): Promise<T> {
      if (!store.alone) return load()
      const values = kept.get(store) ?? new Map<string, Promise<T>>()
      kept.set(store, values)
      const known = values.get(key)
      if (known) return known
      // Keys come from addresses, and anyone can ask for addresses that do not exist.
      if (values.size >= mostKept) values.clear()
      const loading = load()
      values.set(key, loading)
      loading.catch(() => values.get(key) === loading && values.delete(key))
      return loading
    },
    forget(store: Store) {
      kept.delete(store)
    },
  }
}
