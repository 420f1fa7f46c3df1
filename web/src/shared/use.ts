import { computed, reactive, ref, shallowRef, toRaw, watch, type Ref } from 'vue'
import { asIntent, etagOf, newIntent, Problem, type Intent } from '@/api'

export interface Page<T> {
  items: T[]
  next?: string | null
  total?: number | null
}
type Answer<T> = Promise<{ data?: T; response?: Response }>

/** What went wrong, in the one shape that pages can show. A fault of the page itself is shown as one, and logged. */
export function problemOf(failure: unknown): Problem {
  if (failure instanceof Problem) return failure
  console.error(failure)
  return new Problem({ status: 0, code: 'page', detail: failure instanceof Error ? failure.message : undefined })
}

/** A list that follows its filter. Pages are keysets: only the next one is known, the way back is remembered. */
export function useList<T, F extends object>(
  filter: F,
  fetch: (query: F & { after?: string; limit: number }) => Answer<Page<T>>,
) {
  const items = shallowRef<T[]>([]) as Ref<T[]>
  const total = ref<number>()
  const next = ref<string | null>()
  const trail = ref<(string | undefined)[]>([undefined])
  const busy = ref(false)
  const loaded = ref(false)
  const problem = shallowRef<Problem>()
  const limit = 20
  let asked = 0

  async function reload() {
    const ask = ++asked
    busy.value = true
    try {
      const { data } = await fetch({ ...given(filter), after: trail.value[trail.value.length - 1], limit })
      if (ask !== asked) return
      items.value = data?.items ?? []
      next.value = data?.next
      total.value = data?.total ?? undefined
      problem.value = undefined
      loaded.value = true
    } catch (failure) {
      if (ask === asked) problem.value = problemOf(failure)
    } finally {
      if (ask === asked) busy.value = false
    }
  }
  function go(to: (string | undefined)[]) {
    trail.value = to
    return reload()
  }
  /** The page after the one that ends at `after`, for those who walk on without the list. */
  const ahead = (after: string) => fetch({ ...given(filter), after, limit }).then(({ data }) => data)
  /** As many as there are, up to `most`, from the beginning. */
  const some = (most: number) => fetch({ ...given(filter), limit: most }).then(({ data }) => data)
  const forward = () => (next.value ? go([...trail.value, next.value]) : undefined)
  const back = () => (trail.value.length > 1 ? go(trail.value.slice(0, -1)) : undefined)

  watch(filter, () => void go([undefined]), { deep: true })
  void reload()

  const page = computed(() => trail.value.length)
  const pages = computed(() => (total.value === undefined ? undefined : Math.max(1, Math.ceil(total.value / limit))))
  return reactive({
    items,
    total,
    page,
    pages,
    trail,
    next,
    busy,
    loaded,
    problem,
    reload,
    go,
    ahead,
    some,
    forward,
    back,
  })
}
export type List<T> = ReturnType<typeof useList<T, object>>

/** A copy of the filter without what was left empty, so that no `?state=` goes out. */
function given<F extends object>(filter: F): F {
  const entries = Object.entries(filter).filter(([, value]) => value !== undefined && value !== null && value !== '')
  return Object.fromEntries(entries) as F
}

/** One thing and the version that was seen of it. */
export function useThing<T extends object>(key: () => string, fetch: (key: string) => Answer<T>) {
  const value = shallowRef<T>()
  const etag = ref<string>()
  const busy = ref(false)
  const problem = shallowRef<Problem>()
  let asked = 0

  function take(answer: { data?: T; response?: Response }) {
    value.value = answer.data
    etag.value = (answer.response && etagOf(answer.response)) ?? versionOf(answer.data)
  }
  async function reload() {
    const ask = ++asked
    busy.value = true
    try {
      const answer = await fetch(key())
      if (ask !== asked) return
      take(answer)
      problem.value = undefined
    } catch (failure) {
      if (ask === asked) problem.value = problemOf(failure)
    } finally {
      if (ask === asked) busy.value = false
    }
  }
  watch(key, () => {
    value.value = undefined
    void reload()
  })
  void reload()

  /** The header that guards a change against somebody else's. */
  const match = computed(() => ({ 'If-Match': etag.value ?? '' }))
  return reactive({ value, match, busy, problem, reload, take })
}
export type Thing<T extends object> = ReturnType<typeof useThing<T>>

function versionOf(thing: object | undefined): string | undefined {
  return thing && 'version' in thing ? `"${String(thing.version)}"` : undefined
}

/**
 * Something a person does. A second press while it runs does nothing. The same wish tried again after a lost connection
 * goes out under the same key, so that the server does it once.
 */
export function useAction<A extends unknown[]>(act: (...args: A) => Promise<unknown>) {
  const busy = ref(false)
  const problem = shallowRef<Problem>()
  let open: { intent: Intent; args: string } | undefined

  /** True when it was done; otherwise `problem` says why not. */
  async function run(...args: A): Promise<boolean> {
    if (busy.value) return false
    const wish = JSON.stringify(args.map(toRaw), asWritten)
    if (open?.args !== wish) open = { intent: newIntent(), args: wish }
    busy.value = true
    problem.value = undefined
    try {
      await asIntent(open.intent, () => act(...args))
      open = undefined
      return true
    } catch (failure) {
      const found = problemOf(failure)
      if (found.final) open = undefined
      problem.value = found
      return false
    } finally {
      busy.value = false
    }
  }
  const clear = () => (problem.value = undefined)
  return reactive({ busy, problem, run, clear })
}
/** Files have no JSON of their own; two files are one wish only when they are the same file. */
const asWritten = (_key: string, value: unknown) =>
  value instanceof File ? [value.name, value.size, value.lastModified] : value

export type Action = Omit<ReturnType<typeof useAction>, 'run'>
