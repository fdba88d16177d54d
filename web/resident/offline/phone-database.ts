/**
 * One shelf in the phone's own database. A phone on which it hangs gets an error within a second,
 * and at once as long as it goes on hanging.
 */
export function onShelf<T>(
  mode: IDBTransactionMode,
  act: (shelf: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      patience = 50
      reject()
    }, patience)
    // A connection the phone has closed meanwhile is opened anew, once.
    exchange(mode, act)
      .catch(() => exchange(mode, act))
      .then((found) => {
        patience = 1_000
        resolve(found)
      }, reject)
      .then(() => clearTimeout(late))
  })
}

let patience = 1_000
let opening: Promise<IDBDatabase> | undefined

async function exchange<T>(
  mode: IDBTransactionMode,
  act: (shelf: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  opening = opening || open()
  try {
    const database = await opening
    const deal = database.transaction('kept', mode, { durability: 'strict' })
    const asked = act(deal.objectStore('kept'))
    return await new Promise((resolve, reject) => {
      // Only now is it on the disk.
      deal.oncomplete = () => resolve(asked.result)
      deal.onabort = reject
    })
  } catch (error) {
    opening = undefined
    throw error
  }
}

const open = () =>
  new Promise<IDBDatabase>((resolve, reject) => {
    // Without a number it opens whichever version is there: an older page still finds its letters.
    const asked = indexedDB.open('forest')
    asked.onupgradeneeded = () => asked.result.createObjectStore('kept')
    asked.onerror = reject
    asked.onsuccess = () => {
      const database = asked.result
      const close = () => {
        database.close()
        opening = undefined
      }
      database.onversionchange = close
      database.onclose = close
      resolve(database)
    }
  })
