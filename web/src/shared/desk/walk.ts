import { computed, shallowRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'

interface Walk {
  /** The list, with its filter. */
  from: string
  /** The addresses of its rows, in its order. */
  stops: string[]
  /** The stops that come after the last one; fewer than one where the list ends. */
  more: () => Promise<string[]>
}
/** The list from which somebody went to look at one thing. */
const walk = shallowRef<Walk>()
export const setOut = (from: Walk) => (walk.value = from)

/** From one row of a list to the next without going back to it. The order is the one that was seen there. */
export function useWalk() {
  const route = useRoute()
  const router = useRouter()
  const here = route.path
  const at = computed(() => walk.value?.stops.indexOf(here) ?? -1)
  const back = computed(() => (at.value < 0 ? undefined : walk.value?.from))
  const before = computed(() => (at.value > 0 ? walk.value?.stops[at.value - 1] : undefined))

  async function after(): Promise<string | undefined> {
    const now = walk.value
    if (!now || at.value < 0) return undefined
    if (at.value + 1 === now.stops.length) {
      const more = await now.more().catch(() => [])
      if (walk.value === now) walk.value = { ...now, stops: [...now.stops, ...more] }
    }
    return walk.value?.stops[at.value + 1]
  }
  // The way back leads to the list, not through everything that was looked at.
  const forward = async () => {
    const next = await after()
    await (next ? router.replace(next) : back.value && router.push(back.value))
  }
  const backward = () => before.value && router.replace(before.value)
  return { at, back, before, forward, backward }
}
