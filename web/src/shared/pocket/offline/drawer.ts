/**
 * What the pocket keeps on this phone: drafts, what waits to be sent, what was seen last. All of it is closed with a key
 * that belongs to this browser and cannot be taken out of it, so that a copy of the browser's files says nothing. The
 * drawer is thrown away when somebody signs out (R16).
 */
export interface Drawer {
  /** Puts and removals happen in the order in which they were asked for. */
  put: (shelf: Shelf, id: string, value: unknown) => Promise<void>
  all: (shelf: Shelf) => Promise<[id: string, value: unknown][]>
  get: (shelf: Shelf, id: string) => Promise<unknown>
  remove: (shelf: Shelf, id: string) => Promise<void>
  /** Empties one shelf, or all of them and the key. */
  clear: (shelf?: Shelf) => Promise<void>
}
export const shelves = ['drafts', 'letters', 'seen'] as const
export type Shelf = (typeof shelves)[number]

interface Closed {
  iv: Uint8Array<ArrayBuffer>
  text: ArrayBuffer
}
const name = 'lianlin'

/** None where the browser keeps nothing or cannot close it: inside some web views, in private windows, without https. */
export async function openDrawer(): Promise<Drawer | undefined> {
  try {
    if (!('indexedDB' in globalThis) || !globalThis.crypto?.subtle) return undefined
    const drawer = inside(await database())
    await drawer.get('seen', '')
    return drawer
  } catch {
    return undefined
  }
}

function database(): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => {
    for (const shelf of ['key', ...shelves]) request.result.createObjectStore(shelf)
  }
  return answer(request)
}
const answer = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('indexedDB'))
  })

function inside(db: IDBDatabase): Drawer {
  db.onversionchange = () => db.close()
  let key: Promise<CryptoKey> | undefined
  const at = (shelf: string, mode: IDBTransactionMode = 'readonly') => db.transaction(shelf, mode).objectStore(shelf)

  async function theKey(): Promise<CryptoKey> {
    const known = await answer<CryptoKey | undefined>(at('key').get(0))
    if (known) return known
    const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
    // Another window may have been quicker: the first key stays.
    await answer(at('key', 'readwrite').add(fresh, 0)).catch(() => undefined)
    return (await answer<CryptoKey | undefined>(at('key').get(0))) ?? fresh
  }
  const closing = () => (key ??= theKey())

  // Closing takes longer for one thing than for the next: what is done later must not be there earlier.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }

  async function open(closed: Closed | undefined): Promise<unknown> {
    if (!closed) return undefined
    try {
      const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: closed.iv }, await closing(), closed.text)
      return unpacked(bytes)
    } catch {
      return undefined // of a key that is gone
    }
  }
  return {
    put(shelf, id, value) {
      const bytes = packed(value)
      return inTurn(async () => {
        const iv = crypto.getRandomValues(new Uint8Array(12))
        const text = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await closing(), bytes)
        await answer(at(shelf, 'readwrite').put({ iv, text } satisfies Closed, id))
      })
    },
    async get(shelf, id) {
      return open(await answer<Closed | undefined>(at(shelf).get(id)))
    },
    async all(shelf) {
      const store = at(shelf)
      const [ids, values] = await Promise.all([answer(store.getAllKeys()), answer<Closed[]>(store.getAll())])
      const opened = await Promise.all(values.map(open))
      return ids.flatMap((id, n) => (opened[n] === undefined ? [] : [[String(id), opened[n]] as [string, unknown]]))
    },
    remove: (shelf, id) => inTurn(async () => void (await answer(at(shelf, 'readwrite').delete(id)))),
    clear: (shelf) =>
      inTurn(async () => {
        for (const each of shelf ? [shelf] : ['key', ...shelves]) await answer(at(each, 'readwrite').clear())
        if (!shelf) key = undefined
      }),
  }
}

/** JSON and, behind it, the bytes of a picture. */
export function packed(value: unknown): Uint8Array<ArrayBuffer> {
  let picture = new Uint8Array()
  const json = new TextEncoder().encode(
    JSON.stringify(value, (_key, each: unknown) => {
      if (!(each instanceof ArrayBuffer)) return each
      picture = new Uint8Array(each)
      return { bytes: true }
    }),
  )
  const all = new Uint8Array(4 + json.length + picture.length)
  new DataView(all.buffer).setUint32(0, json.length)
  all.set(json, 4)
  all.set(picture, 4 + json.length)
  return all
}

export function unpacked(bytes: ArrayBuffer): unknown {
  const length = new DataView(bytes).getUint32(0)
  const json = new TextDecoder().decode(new Uint8Array(bytes, 4, length))
  return JSON.parse(json, (_key, each: unknown) =>
    each && typeof each === 'object' && 'bytes' in each && each.bytes === true ? bytes.slice(4 + length) : each,
  )
}
