import { computed, shallowRef, watch } from 'vue'
import { api, type Schemas } from '@/api'
import { person } from '../acting'

export type SavedView = Schemas['SavedView']
type Wanted = Schemas['SavedViewWanted']

/** All saved views of the one who is here, fetched once; another person has others. */
const known = shallowRef<SavedView[]>([])
let asked: { by?: string; answer: Promise<unknown> } | undefined
watch(
  () => person.value?.id,
  (now) => {
    if (asked?.by === now) return
    asked = undefined
    known.value = []
  },
)

async function fetchAll() {
  known.value = (await api.GET('/api/me/views')).data?.items ?? []
}

/** The views that a person saved of a list. They are an extra: a list is there without them. */
export function useViews(list: string) {
  asked ??= { by: person.value?.id, answer: fetchAll().catch(() => (asked = undefined)) }
  const all = computed(() => known.value.filter((each) => each.list === list))

  function put(view: SavedView) {
    const others = known.value
      .filter((each) => each.id !== view.id)
      .map((each) => (view.usual && each.list === view.list ? { ...each, usual: false } : each))
    known.value = [...others, view].sort((a, b) => (a.id < b.id ? -1 : 1))
  }
  async function save(wanted: Omit<Wanted, 'list'>) {
    const { data } = await api.POST('/api/me/views', { body: { ...wanted, list } })
    if (data) put(data)
    return data
  }
  async function change(view: SavedView, to: Partial<Wanted>) {
    const { id, ...body } = { ...view, ...to, list }
    const { data } = await api.PUT('/api/me/views/{id}', { params: { path: { id } }, body })
    if (data) put(data)
  }
  async function drop(view: SavedView) {
    await api.DELETE('/api/me/views/{id}', { params: { path: { id: view.id } } })
    known.value = known.value.filter((each) => each.id !== view.id)
  }
  return { all, ready: asked.answer, save, change, drop }
}
export type Views = ReturnType<typeof useViews>

/** What of a saved question this page still knows: older versions may have asked for other things. */
export const stillAsked = (view: SavedView, filter: object): Record<string, string> =>
  saidBy(Object.fromEntries(Object.entries(view.query).filter(([key]) => key in filter)))

/** What a filter says, as it stands in the address. */
export const saidBy = (filter: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(filter)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([key, value]) => [key, String(value)]),
  )

/** Whether two questions, or two choices of columns, are the same. */
export function alike(one: object, other: object) {
  const sorted = (thing: object) => JSON.stringify((Array.isArray(thing) ? [...thing] : Object.entries(thing)).sort())
  return sorted(one) === sorted(other)
}

const kept = 'lianlin.columns'
function read(): Record<string, string[]> {
  try {
    return JSON.parse(localStorage.getItem(kept) ?? '{}') as Record<string, string[]>
  } catch {
    return {}
  }
}
/** Which columns of a list are not shown on this device. */
export const hiddenHere = (list: string): string[] | undefined => read()[list]
export function hideHere(list: string, hidden: string[]) {
  try {
    localStorage.setItem(kept, JSON.stringify({ ...read(), [list]: hidden }))
  } catch {
    // Where nothing is kept, the choice holds as long as the page.
  }
}
