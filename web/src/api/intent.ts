/** What a person meant to do once. The key stays the same however often the request has to be sent. */
export interface Intent {
  key: string
}

let current: Intent | undefined

/**
 * Runs `act` as one intent: the first POST that it starts carries the intent's key. Only the synchronous beginning of
 * `act` counts, so that two actions which overlap in time never share a key.
 */
export function asIntent<R>(intent: Intent, act: () => R): R {
  const before = current
  current = intent
  try {
    return act()
  } finally {
    current = before
  }
}

export function takeIntent(): Intent {
  const intent = current ?? newIntent()
  current = undefined
  return intent
}

export const newIntent = (): Intent => ({ key: randomKey() })

/** `crypto.randomUUID` exists on secure origins only; a district's first pilot may run without a certificate. */
function randomKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
