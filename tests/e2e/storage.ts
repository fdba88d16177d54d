import type { Page } from 'playwright-core'

/** Everything this phone keeps under keys that begin so, in its database and in its simple storage. */
export function keptOnPhone(page: Page, prefix: string): Promise<string[]> {
  return page.evaluate<string[]>(`new Promise((resolve) => {
    const simple = Object.entries(localStorage)
    const asked = indexedDB.open('forest')
    asked.onerror = () => resolve(simple)
    asked.onupgradeneeded = () => asked.result.createObjectStore('kept')
    asked.onsuccess = () => {
      const shelf = asked.result.transaction('kept').objectStore('kept')
      const [keys, values] = [shelf.getAllKeys(), shelf.getAll()]
      values.onsuccess = () => {
        const stored = keys.result.map((key, i) => [key, values.result[i]])
        asked.result.close()
        resolve([...simple, ...stored])
      }
    }
  }).then((all) => all.filter(([key]) => key.startsWith('${prefix}')).map((pair) => pair.join(' ')))`)
}

/** Makes a phone refuse: `simple` storage, its `database`, both, or a database that never answers. */
export const refusing = (what: 'simple' | 'database' | 'both' | 'stuck') => `(() => {
  const no = () => { throw new DOMException('refused', 'SecurityError') }
  const refused = '${what}'
  if (/simple|both/.test(refused)) Object.defineProperty(window, 'localStorage', { get: no })
  if (/database|both/.test(refused)) IDBFactory.prototype.open = no
  if (refused === 'stuck') IDBFactory.prototype.open = () => ({})
})()`
