import { shallowRef } from 'vue'
import type { Problem } from '@/api'
import { loadSession } from '@/shared/acting'
import { problemOf } from '@/shared/use'

/** Why the pocket could not even find out who is here. */
export const failure = shallowRef<Problem>()
let asked: Promise<void> | undefined

/** Who is here is asked once, before the first page. */
export function ready(): Promise<void> {
  asked ??= loadSession().catch((problem: unknown) => {
    failure.value = problemOf(problem)
  })
  return asked
}
