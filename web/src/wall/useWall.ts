import { computed, onBeforeUnmount, reactive, ref, shallowRef } from 'vue'
import { api, Problem, type Schemas } from '@/api'
import { problemOf } from '@/shared/use'

export type Wall = Schemas['Wall']
export interface Scope {
  code: string | undefined
  name: string
}
const period = 5_000
const patience = 10_000

/**
 * The picture of a scope, renewed by itself. When the server is lost the last picture stays, which is said, and the next
 * answer takes its place. A refusal is final: nobody knocks every five seconds at a door that stays shut.
 */
export function useWall() {
  const picture = shallowRef<Wall>()
  const problem = shallowRef<Problem>()
  const trail = ref<Scope[]>([{ code: undefined, name: '' }])
  const scope = computed(() => trail.value[trail.value.length - 1]!)
  let timer: ReturnType<typeof setTimeout> | undefined
  let stop: AbortController | undefined
  let asked = 0

  async function ask() {
    const mine = ++asked
    clearTimeout(timer)
    stop?.abort()
    const controller = (stop = new AbortController())
    const limit = setTimeout(() => controller.abort(), patience)
    const area = scope.value.code
    try {
      const { data } = await api.GET('/api/wall', { params: { query: { area } }, signal: controller.signal })
      if (mine !== asked) return
      picture.value = data
      problem.value = undefined
      if (data) trail.value[trail.value.length - 1]!.name = data.scope.name
    } catch (failure) {
      if (mine === asked) problem.value = controller.signal.aborted ? Problem.unreachable() : problemOf(failure)
    } finally {
      clearTimeout(limit)
      if (mine === asked && problem.value?.status !== 403) timer = setTimeout(ask, period)
    }
  }
  function enter(area: { code: string; name: string }) {
    trail.value = [...trail.value, { code: area.code, name: area.name }]
    void ask()
  }
  function leave() {
    if (trail.value.length < 2) return
    trail.value = trail.value.slice(0, -1)
    void ask()
  }
  function quit() {
    asked++
    clearTimeout(timer)
    stop?.abort()
  }
  onBeforeUnmount(quit)
  void ask()
  return reactive({ picture, problem, trail, scope, enter, leave, ask })
}
