import { ref } from 'vue'
import type { Shelf } from '@/api'
import type { Drawer } from './drawer'

/** Since when pages show what was seen before, because the server cannot be reached. */
export const seenAt = ref<string>()

/** The pages one needs on the way: who I am, my orders, what can be ordered, where to call. Contacts are not among them. */
const worth =
  /^\/api\/(session|service-orders(\/counts|\/[0-9A-Z]{13})?|service-categories|service-menu(\/\w+)?|places)$/
const session = '/api/session'
const most = 60

interface Seen {
  at: string
  body: string
  etag?: string
}

/** Keeps the last answers of those pages, closed, and gives them back while the line is cut. */
export function shelfIn(drawer: Drawer, whose: () => string): Shelf {
  const place = (request: Request) => {
    const { pathname, search } = new URL(request.url)
    if (!worth.test(pathname)) return undefined
    return pathname === session ? session : `${whose()} ${pathname}${search}`
  }
  return {
    keep(request, response) {
      seenAt.value = undefined
      const at = place(request)
      if (!at || at === session) return
      const etag = response.headers.get('ETag') ?? undefined
      void response
        .clone()
        .text()
        .then(async (body) => {
          await drawer.put('seen', at, { at: new Date().toISOString(), body, etag } satisfies Seen)
          await tidy(drawer)
        })
        .catch(() => undefined) // a full phone still shows the page
    },
    async find(request) {
      const at = place(request)
      const seen = at ? ((await drawer.get('seen', at)) as Seen | undefined) : undefined
      if (!seen) return undefined
      seenAt.value = seen.at
      const headers = { 'Content-Type': 'application/json', ...(seen.etag ? { ETag: seen.etag } : {}) }
      return new Response(seen.body, { headers })
    },
  }
}

/** Who is here is kept as the page knows it: signing in and changing the post tell it as well as asking does. */
export async function keepSession(drawer: Drawer, now: object) {
  if (!seenAt.value) await drawer.put('seen', session, { at: new Date().toISOString(), body: JSON.stringify(now) })
}

let puts = 0
async function tidy(drawer: Drawer) {
  if (++puts % 20) return
  const all = (await drawer.all('seen')) as [string, Seen][]
  const old = all.sort(([, a], [, b]) => b.at.localeCompare(a.at)).slice(most)
  for (const [id] of old) await drawer.remove('seen', id)
}
