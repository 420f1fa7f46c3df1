import { computed, onBeforeUnmount, reactive, shallowRef, watch } from 'vue'
import { api, type Schemas } from '@/api'
import { t } from '../i18n'
import { useAction, useThing } from '../use'

type Import = Schemas['ImportBatch']
export type ImportKind = 'organizations' | 'members'
const running: ReadonlySet<Import['state']> = new Set(['RECEIVED', 'CHECKING', 'CONFIRMED', 'APPLYING'])

const tones: Record<Import['state'], string> = {
  RECEIVED: 'run',
  CHECKING: 'run',
  CHECKED: 'wait',
  CONFIRMED: 'run',
  APPLYING: 'run',
  APPLIED: 'ok',
  REJECTED: 'bad',
  CANCELLED: 'off',
}
export const stateOf = (state: Import['state']) => ({ label: t(`import.state.${state}`), tone: tones[state] })

/** The four steps that people see, and where an import stands on them. */
export const importSteps = ['file', 'check', 'mend', 'write'] as const
export function stepOf(run: Import | undefined): number {
  switch (run?.state) {
    case undefined:
      return 0
    case 'RECEIVED':
    case 'CHECKING':
      return 1
    case 'CHECKED':
    case 'REJECTED':
    case 'CANCELLED':
      return 2
    case 'CONFIRMED':
    case 'APPLYING':
      return 3
    case 'APPLIED':
      return 4
  }
}

/** One import that goes on in the background: looked at every second while it runs. */
export function useImport(id: () => string) {
  const run = useThing(id, (key) => api.GET('/api/imports/{id}', { params: { path: { id: key } } }))
  const mistakes = shallowRef<Schemas['ImportProblemsLine'][]>([])
  /** There are more mistakes than a page shows; the annotated sheet has them all. */
  const more = shallowRef(false)
  let clock: ReturnType<typeof setTimeout> | undefined

  const state = computed(() => run.value?.state)
  watch(
    () => run.value,
    async (now) => {
      clearTimeout(clock)
      if (now && running.has(now.state)) clock = setTimeout(() => void run.reload(), 1000)
      if (now?.bad) await loadMistakes(now.id).catch(() => {})
    },
  )
  onBeforeUnmount(() => clearTimeout(clock))

  async function loadMistakes(key: string) {
    const { data } = await api.GET('/api/imports/{id}/rows', { params: { path: { id: key }, query: { limit: 100 } } })
    mistakes.value = data?.items ?? []
    more.value = !!data?.next
  }
  const decide = useAction(async (next: 'CONFIRMED' | 'CANCELLED') => {
    const answer = await api.PUT('/api/imports/{id}/state', {
      params: { path: { id: id() }, header: run.match },
      // Rows that are right are written although others are not; the page has said how many.
      body: { state: next, goodOnly: true },
    })
    run.take(answer)
  })
  return reactive({ run, state, mistakes, more, decide })
}
