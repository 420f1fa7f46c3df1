import { computed, reactive, ref, shallowRef } from 'vue'
import { api, type Problem, type Schemas } from '@/api'
import { today } from '@/shared/format'
import { problemOf } from '@/shared/use'

type Line = Schemas['CaseLine']
type View = Schemas['OrderView']
const most = 6

/** What the team said when it accepted: when it means to come. */
export const plan = (order: View) => order.steps.filter((each) => each.action === 'accept').pop()?.note ?? undefined

/** When it was done, by the step that says so. */
const doneOn = (order: View) => order.steps.filter((each) => each.action === 'complete').pop()?.at

/** Whose rating is due in a week or later may have been done today; its steps say exactly. */
export function perhapsToday(line: Line, now = new Date()): boolean {
  const day = today(new Date(now.getTime() + 7 * 86_400_000))
  return !!line.due && today(new Date(line.due)) >= day
}
export function doneToday(order: View, now = new Date()): boolean {
  const at = doneOn(order)
  return !!at && today(new Date(at)) === today(now)
}

/** The day of a team: what waits to be accepted, what it has in hand, what it has done today (SRV-01). */
export function useTeamDay() {
  const waits = shallowRef<Line[]>([])
  const more = ref(0)
  const inHand = shallowRef<View[]>([])
  const done = shallowRef<View[]>([])
  const loaded = ref(false)
  const problem = shallowRef<Problem>()

  const list = async (state: string, limit: number) =>
    (await api.GET('/api/service-orders', { params: { query: { limit, state } } })).data
  const views = async (lines: Line[]) => {
    const answers = lines.map(({ id }) => api.GET('/api/service-orders/{id}', { params: { path: { id } } }))
    return (await Promise.all(answers)).flatMap(({ data }) => data ?? [])
  }

  async function reload() {
    problem.value = undefined
    try {
      const [asked, accepted, serving, completed] = await Promise.all([
        list('DISPATCHED', 3),
        list('ACCEPTED', most),
        list('SERVING', most),
        list('COMPLETED', 50),
      ])
      waits.value = asked?.items ?? []
      more.value = Math.max(0, (asked?.total ?? waits.value.length) - waits.value.length)
      loaded.value = true
      const [hand, over] = await Promise.all([
        views([...(serving?.items ?? []), ...(accepted?.items ?? [])].slice(0, most)),
        views((completed?.items ?? []).filter((each) => perhapsToday(each)).slice(-most)),
      ])
      inHand.value = hand
      done.value = over.filter((each) => doneToday(each))
    } catch (failure) {
      problem.value = problemOf(failure)
    }
  }
  void reload()
  const empty = computed(() => !waits.value.length && !inHand.value.length)
  return reactive({ waits, more, inHand, done, loaded, empty, problem, reload })
}
