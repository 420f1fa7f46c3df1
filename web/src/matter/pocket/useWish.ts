import { computed, reactive, shallowRef, watch } from 'vue'
import { api, type Schemas } from '@/api'
import { person, post } from '@/shared/acting'
import { draftOf } from '@/shared/drafts'
import { today } from '@/shared/format'
import { t } from '@/shared/i18n'
import { useErrors } from '@/shared/pocket'
import { useAction } from '@/shared/use'
import { placed } from './placed'
import { emptyWish, keepable, toDraft, type Wish } from './placing'

/** Writing down what help is needed: the draft on this phone, what is missing, and the sending. */
export function useWish() {
  const draft = draftOf<Partial<Wish>>('order', person.value?.id)
  const wish = reactive<Wish>({ ...emptyWish(), ...draft.read() })
  const errors = useErrors()
  watch(wish, () => draft.write(keepable(wish)))

  const categories = shallowRef<Schemas['Labelled'][]>()
  const area = computed(() => post.value?.area)
  const place = computed(() => post.value?.place)

  const fetching = useAction(async () => {
    categories.value = (await api.GET('/api/service-categories')).data?.items ?? []
  })
  void fetching.run()

  const send = useAction(async (order: Schemas['NewOrder']) => {
    placed.value = (await api.POST('/api/service-orders', { body: order })).data
  })

  /** True when it arrived. */
  async function submit(): Promise<boolean> {
    const { when, day } = wish
    const complete = errors.check([
      !wish.category && { field: 'category', message: t('ask.miss.category') },
      !wish.text.trim() && { field: 'text', message: t('ask.miss.text') },
      when === 'day' && !day && { field: 'day', message: t('ask.miss.day') },
      when === 'day' && !!day && day < today() && { field: 'day', message: t('ask.day.past') },
    ])
    const { category } = wish
    if (!complete || !area.value || !category) return false
    const done = await send.run(toDraft({ ...wish, category }, area.value))
    if (done) draft.forget()
    else errors.take(send.problem && { errors: send.problem.errors.map(toQuestion) })
    return done
  }
  return reactive({ wish, errors, area, place, categories, fetching, send, submit })
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
