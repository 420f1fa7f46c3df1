import { reactive, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** What a part of the address may say; what it does not know is no filter. */
type Part<V> = (said: string) => V | undefined

export const text: Part<string> = (said) => said || undefined
export const flag: Part<true> = (said) => said === 'true' || undefined
export const oneOf =
  <const V extends string>(values: readonly V[]): Part<V> =>
  (said) =>
    values.find((value) => value === said)

type Parts = Record<string, Part<string | true>>
export type FilterOf<P extends Parts> = { [K in keyof P]?: ReturnType<P[K]> }

/**
 * What a list shows, kept in the address: a reload, the way back and a link that was sent show the same. What else the
 * address says stays as it is.
 */
export function useFilter<P extends Parts>(parts: P): FilterOf<P> {
  const route = useRoute()
  const router = useRouter()
  const here = route.path
  const read = () =>
    Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, part(String(route.query[key] ?? ''))]))
  const filter = reactive(read())
  const said = () => Object.entries(filter).filter(([, value]) => value !== undefined && value !== '')

  watch(filter, () => {
    const other = Object.entries(route.query).filter(([key]) => !(key in parts))
    void router.replace({
      query: Object.fromEntries([...other, ...said().map(([key, value]) => [key, String(value)])]),
    })
  })
  // A link to the same page with another question; a page that is being left hears nothing any more.
  watch(
    () => route.query,
    () => route.path === here && Object.assign(filter, read()),
  )
  return filter as FilterOf<P>
}
