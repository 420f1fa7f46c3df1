import { watch } from 'vue'
import { session as client } from '@/api'
import { hereNow, person, post, signedIn, signOut } from '@/shared/acting'
import { forgetDrafts, keepDraftsIn } from '@/shared/drafts'
import { openDrawer, type Drawer } from './drawer'
import { forgetLetters, openOutbox, sendAll } from './outbox'
import { keepSession, shelfIn } from './seen'

let drawer: Drawer | undefined

/** Opens what this phone keeps, before the first page; without it everything works as long as the line does. */
export async function openDevice() {
  drawer = await openDrawer()
  await openOutbox(drawer)
  if (!drawer) return
  await keepDraftsIn(drawer)
  client.shelf = shelfIn(drawer, () => post.value?.id ?? '')
  window.addEventListener('online', () => void sendAll())
  document.addEventListener('visibilitychange', () => document.hidden || void sendAll())
  const closed = drawer
  watch(hereNow, (now) => now?.signedIn && void keepSession(closed, now).catch(() => undefined))
  watch([() => person.value?.id, () => post.value?.id], async ([now]) => {
    // The next person at this phone finds nothing of the last one; what one has written oneself waits for its writer.
    if (!signedIn.value || !now) return drawer?.clear('seen')
    await forgetLetters(now)
    await sendAll()
  })
}

/** Signs out; nothing of anybody stays on the phone. */
export async function leaveDevice() {
  await signOut()
  forgetDrafts()
  await forgetLetters()
  await drawer?.clear()
}
