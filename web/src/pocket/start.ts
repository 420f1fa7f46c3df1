import { ref, shallowRef } from 'vue'
import type { Problem } from '@/api'
import { loadSession } from '@/shared/acting'
import { problemOf } from '@/shared/use'

/** Why the pocket could not even find out who is here. */
export const failure = shallowRef<Problem>()
/** A page that could not be opened because the line is cut. */
export const shut = ref(false)
let asked: Promise<void> | undefined

/** Who is here is asked once, before the first page. */
export function ready(): Promise<void> {
  asked ??= loadSession().catch((problem: unknown) => {
    failure.value = problemOf(problem)
  })
  return asked
}

/** Keeps the shell for times without a line. WeChat's browser has no workers, an address without https neither. */
export function keepShell() {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const register = () => navigator.serviceWorker.register(`${import.meta.env.BASE_URL}worker.js`).catch(() => undefined)
  // After the page: it is for the next time.
  window.addEventListener('load', () => setTimeout(register, 1_000))
}
