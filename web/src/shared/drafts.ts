import type { Drawer } from './pocket/offline/drawer'

const prefix = 'lianlin.draft.'

/** Where drafts lie: plainly in the browser, until a face has a drawer that closes. */
let closed: { drawer: Drawer; drafts: Map<string, unknown> } | undefined

/** From here on drafts are kept in the drawer; those that lay open before move into it. */
export async function keepDraftsIn(drawer: Drawer) {
  const drafts = new Map(await drawer.all('drafts'))
  closed = { drawer, drafts }
  try {
    for (const key of Object.keys(localStorage).filter((each) => each.startsWith(prefix))) {
      const text = localStorage.getItem(key)
      localStorage.removeItem(key)
      if (text) put(key.slice(prefix.length), JSON.parse(text))
    }
  } catch {
    // Nothing was kept, or nothing that can be read.
  }
}
function put(key: string, draft: unknown) {
  closed?.drafts.set(key, draft)
  // A full phone still lets one write and send.
  void closed?.drawer.put('drafts', key, draft).catch(() => undefined)
}

/** What somebody began to write, kept on this device until it is sent or he signs out. */
export function draftOf<T extends object>(name: string, owner: string | undefined) {
  const place = `${name}.${owner ?? ''}`
  const key = `${prefix}${place}`
  return {
    read(): Partial<T> {
      if (closed) return structuredClone((closed.drafts.get(place) ?? {}) as Partial<T>)
      try {
        return JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<T>
      } catch {
        return {}
      }
    },
    write(draft: T) {
      if (closed) return put(place, JSON.parse(JSON.stringify(draft)))
      try {
        localStorage.setItem(key, JSON.stringify(draft))
      } catch {
        // A browser that keeps nothing still lets one write and send.
      }
    },
    forget() {
      if (closed?.drafts.delete(place)) void closed.drawer.remove('drafts', place).catch(() => undefined)
      try {
        localStorage.removeItem(key)
      } catch {
        // Nothing was kept.
      }
    },
  }
}

/** The next person at this device finds nothing of the last one. */
export function forgetDrafts() {
  closed?.drafts.clear()
  void closed?.drawer.clear('drafts').catch(() => undefined)
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key)
  } catch {
    // Nothing was kept.
  }
}
