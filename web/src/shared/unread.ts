import { readonly, ref } from 'vue'
import { api } from '@/api'
import { signedIn } from './acting'

/** How many messages are unread; the server counts up to 100. Every page that shows the bell shares the number. */
const count = ref(0)
export const unread = readonly(count)

let asked = 0
let timer: ReturnType<typeof setTimeout> | undefined
const pause = 60_000

/** Asks now, and again after a minute while the page is looked at. */
export async function countUnread() {
  clearTimeout(timer)
  timer = setTimeout(() => void countUnread(), pause)
  if (!signedIn.value || document.hidden) return
  const ask = ++asked
  try {
    const { data } = await api.GET('/api/messages/unread')
    if (ask === asked) count.value = data?.count ?? 0
  } catch {
    // The number of before stands until the next time.
  }
}

document.addEventListener('visibilitychange', () => {
  if (timer && !document.hidden) void countUnread()
})
