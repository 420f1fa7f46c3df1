import createClient, { type Middleware } from 'openapi-fetch'
import { takeIntent } from './intent'
import { Problem } from './problem'
import type { paths } from './schema'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** What the client must know of the session and its reader; `shared/acting` and `shared/preferences` fill it in. */
export const session: { csrf?: string; language?: string; renew?: () => Promise<boolean> } = {}

/**
 * Sends the request. When the session has run out in the middle of somebody's work, asks to log in over the page and
 * sends the same request once more, so that nothing typed is lost.
 */
async function send(request: Request): Promise<Response> {
  const again = request.clone()
  const response = await fetch(request).catch((failure: unknown) => {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure
    throw Problem.unreachable()
  })
  const isLogin = new URL(request.url).pathname.startsWith('/api/session')
  if (response.status !== 401 || isLogin || !session.renew) return response
  if (!(await session.renew())) return response
  if (session.csrf && !safe.has(again.method)) again.headers.set('X-CSRF-Token', session.csrf)
  return fetch(again)
}

const headers: Middleware = {
  onRequest({ request }) {
    if (session.language) request.headers.set('Accept-Language', session.language)
    if (safe.has(request.method)) return
    if (session.csrf) request.headers.set('X-CSRF-Token', session.csrf)
    if (request.method === 'POST' && !request.headers.has('Idempotency-Key')) {
      request.headers.set('Idempotency-Key', takeIntent().key)
    }
  },
}

const problems: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw await Problem.from(response)
  },
}

export const api = createClient<paths>({ baseUrl: location.origin, fetch: send })
api.use(headers, problems)

/** The version of a thing as its ETag names it, to be sent back with If-Match. */
export const etagOf = (response: Response) => response.headers.get('ETag') ?? undefined
