import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { api, Problem, type Schemas } from '@/api'
import { person, post } from '@/shared/acting'
import { draftOf } from '@/shared/drafts'
import { today } from '@/shared/format'
import { t } from '@/shared/i18n'
import { sendOrKeep, useErrors } from '@/shared/pocket'
import { useAction } from '@/shared/use'
import { placed } from './placed'
import { emptyWish, guess, keepable, toDraft, type Wish } from './placing'

/** Writing down what help is needed, or ordering `item` of the menu: the draft on this phone, what is missing, and the sending. */
export function useWish(item?: string) {
  const name = item ? `order.${item}` : 'order'
  const draft = draftOf<Partial<Wish>>(name, person.value?.id)
  const wish = reactive<Wish>({ ...emptyWish(), ...draft.read() })
  const errors = useErrors()
  watch(wish, () => draft.write(keepable(wish)))

  /** The kind follows from what is written, until somebody chooses one himself. */
  const chosen = ref(!!wish.category)
  const guessed = computed(() => !chosen.value && !!wish.category)
  watch(
    () => wish.text,
    (text) => {
      if (item || chosen.value) return
      wish.category = categories.value?.find((each) => each.code === guess(text))?.code as Wish['category'] | ''
      wish.category ??= ''
    },
  )

  const categories = shallowRef<Schemas['Labelled'][]>()
  /** The grid in which the orderer stands, where he says so and it is in his own community. */
  const grid = ref<string>()
  const area = computed(() => grid.value ?? post.value?.area)
  const place = computed(() => post.value?.place)

  /** The service of the menu that is ordered; `gone` where it cannot be ordered any more. */
  const service = shallowRef<Schemas['MenuItem']>()
  const gone = ref(false)
  const appointed = computed(() => service.value?.kind.code === 'APPOINTMENT')
  /** How often the slots had to be looked at anew. */
  const again = ref(0)
  const fetching = useAction(async () => {
    if (item && !service.value && !gone.value) await look(item)
    categories.value = (await api.GET('/api/service-categories')).data?.items ?? []
  })
  async function look(id: string) {
    try {
      service.value = (await api.GET('/api/service-menu/{id}', { params: { path: { id } } })).data
      wish.item = service.value && { id, title: service.value.title }
    } catch (failure) {
      if (!(failure instanceof Problem) || failure.status !== 404) throw failure
      gone.value = true
    }
  }
  void fetching.run()

  /** Whether it waits on this phone for the line to come back. */
  const kept = ref(false)
  const send = useAction(async (order: Schemas['NewOrder']) => {
    const outcome = await sendOrKeep({
      kind: 'order.place',
      title: t('letter.place', { title: order.title }),
      lines: order.detail && order.detail !== order.title ? [order.detail] : [],
      body: order,
      to: item ? `/place?item=${item}` : '/place',
      draft: { name, content: { ...keepable(wish), address: wish.address } },
    })
    kept.value = outcome.kept
    placed.value = outcome.answer as Schemas['OrderPlaced'] | undefined
  })

  /** True when it arrived. */
  async function submit(): Promise<boolean> {
    const { when, day } = wish
    const complete = errors.check([
      appointed.value && !wish.slot && { field: 'slot', message: t('ask.miss.slot') },
      !wish.item && !wish.category && { field: 'category', message: t('ask.miss.category') },
      !wish.item && !wish.text.trim() && { field: 'text', message: t('ask.miss.text') },
      when === 'day' && !day && { field: 'day', message: t('ask.miss.day') },
      when === 'day' && !!day && day < today() && { field: 'day', message: t('ask.day.past') },
    ])
    if (!complete || !area.value) return false
    const done = await send.run(toDraft(wish, area.value))
    if (done) draft.forget()
    if (!done && send.problem?.code.startsWith('slot.')) again.value++
    if (!done) errors.take(send.problem && { errors: send.problem.errors.map(toQuestion) })
    return done
  }
  return reactive({
    wish,
    errors,
    area,
    grid,
    place,
    categories,
    service,
    gone,
    appointed,
    again,
    fetching,
    send,
    kept,
    chosen,
    guessed,
    submit,
  })
}

/** The server speaks of its own fields; the page asks fewer questions. */
const questions: Record<string, string> = {
  title: 'text',
  detail: 'text',
  wantedOn: 'day',
}
const toQuestion = <E extends { field: string }>(error: E): E => ({
  ...error,
  field: questions[error.field] ?? error.field,
})
