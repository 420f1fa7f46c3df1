import createClient, { type Middleware } from 'openapi-fetch'
import { takeIntent } from './intent'
import { Problem } from './problem'
import type { paths } from './schema'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** What was seen last, for a device that has lost its line. `find` is asked when the server cannot be reached. */
export interface Shelf {
  keep: (request: Request, response: Response) => void
  find: (request: Request) => Promise<Response | undefined>
}
/** What the client must know of the session and its reader; `shared` fills it in. */
export const session: { csrf?: string; language?: string; renew?: () => Promise<boolean>; shelf?: Shelf } = {}

/**
 * Sends the request. When the session has run out in the middle of somebody's work, asks to log in over the page and
 * sends the same request once more, so that nothing typed is lost.
 */
async function send(request: Request): Promise<Response> {
  const again = request.clone()
  const shelf = request.method === 'GET' ? session.shelf : undefined
  const response = await fetch(request).catch((failure: unknown) => {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure
  })
  if (!response) {
    const seen = await shelf?.find(again)
    if (!seen) throw Problem.unreachable()
    return seen
  }
  if (response.ok) shelf?.keep(again, response)
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
