import { reactive, ref, shallowRef } from 'vue'
import type { Problem } from '@/api'
import { problemOf, type Page } from './use'

type Ask = { after?: string; limit: number }

/** A list that grows downwards, as one reads on a phone: what was fetched stays, the next part comes below it. */
export function useMore<T>(fetch: (query: Ask) => Promise<{ data?: Page<T> }>, limit = 20) {
  const items = shallowRef<T[]>([])
  const total = ref<number>()
  const next = ref<string | null>()
  const busy = ref(false)
  const loaded = ref(false)
  const problem = shallowRef<Problem>()
  let asked = 0

  async function load(after?: string) {
    const ask = ++asked
    busy.value = true
    problem.value = undefined
    try {
      const { data } = await fetch({ limit, ...(after ? { after } : {}) })
      if (ask !== asked) return
      items.value = after ? [...items.value, ...(data?.items ?? [])] : (data?.items ?? [])
      next.value = data?.next
      total.value = data?.total ?? undefined
      loaded.value = true
    } catch (failure) {
      if (ask === asked) problem.value = problemOf(failure)
    } finally {
      if (ask === asked) busy.value = false
    }
  }
  const reload = () => load()
  const more = () => (next.value ? load(next.value) : undefined)
  void reload()
  return reactive({ items, total, next, busy, loaded, problem, reload, more })
}
