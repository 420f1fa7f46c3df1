const prefix = 'lianlin.draft.'

/** What somebody began to write, kept on this device until it is sent or he signs out. */
export function draftOf<T extends object>(name: string, owner: string | undefined) {
  const key = `${prefix}${name}.${owner ?? ''}`
  return {
    read(): Partial<T> {
      try {
        return JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<T>
      } catch {
        return {}
      }
    },
    write(draft: T) {
      try {
        localStorage.setItem(key, JSON.stringify(draft))
      } catch {
        // A browser that keeps nothing still lets one write and send.
      }
    },
    forget() {
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
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key)
  } catch {
    // Nothing was kept.
  }
}
