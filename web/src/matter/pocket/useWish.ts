import { computed, reactive, shallowRef, watch } from 'vue'
import { api, type Schemas } from '@/api'
import { person, post } from '@/shared/acting'
import { draftOf } from '@/shared/drafts'
import { today } from '@/shared/format'
import { t } from '@/shared/i18n'
import { isPhone, useErrors } from '@/shared/pocket'
import { useAction } from '@/shared/use'
import { placed } from './placed'
import { emptyWish, keepable, toDraft, type Wish } from './placing'

/** Writing down what help is needed: the draft on this phone, what is missing, and the sending. */
export function useWish() {
  const draft = draftOf<Partial<Wish>>('order', person.value?.id)
  const wish = reactive<Wish>({ ...emptyWish(), ...draft.read() })
  const errors = useErrors()
  watch(wish, () => draft.write(keepable(wish)))

  const categories = shallowRef<Schemas['Category'][]>()
  const menu = shallowRef<Schemas['ServiceItem'][]>([])
  const area = computed(() => post.value?.area)
  const place = computed(() => post.value?.place)

  const fetching = useAction(async () => {
    const query = area.value ? { area: area.value } : {}
    const [kinds, items] = await Promise.all([
      api.GET('/api/service-categories'),
      api.GET('/api/service-items', { params: { query } }).catch(() => undefined), // the menu is an offer, no need
    ])
    categories.value = kinds.data?.items ?? []
    menu.value = items?.data?.items ?? []
  })
  void fetching.run()
  const items = computed(() => menu.value.filter((each) => each.category.code === wish.category))
  watch(items, (now) => {
    if (wish.item && menu.value.length && !now.some((each) => each.id === wish.item)) wish.item = ''
  })

  const send = useAction(async (order: Schemas['ServiceOrderDraft']) => {
    placed.value = (await api.POST('/api/service-orders', { body: order })).data
  })

  /** True when it arrived. */
  async function submit(): Promise<boolean> {
    const { other, when, day } = wish
    const complete = errors.check([
      !wish.category && { field: 'category', message: t('ask.miss.category') },
      !wish.text.trim() && { field: 'text', message: t('ask.miss.text') },
      when === 'day' && !day && { field: 'day', message: t('ask.miss.day') },
      when === 'day' && !!day && day < today() && { field: 'day', message: t('ask.day.past') },
      other && !wish.name.trim() && { field: 'name', message: t('ask.miss.name') },
      other && !isPhone(wish.phone) && { field: 'phone', message: t('check.phone', { n: wish.phone.length }) },
    ])
    if (!complete || !area.value) return false
    const done = await send.run(toDraft(wish, area.value))
    if (done) draft.forget()
    else errors.take(send.problem && { errors: send.problem.errors.map(toQuestion) })
    return done
  }
  return reactive({ wish, errors, area, place, categories, items, fetching, send, submit })
}

/** The server speaks of its own fields; the page asks fewer questions. */
const questions: Record<string, string> = {
  title: 'text',
  detail: 'text',
  wantedOn: 'day',
  'contact.name': 'name',
  'contact.phone': 'phone',
}
const toQuestion = <E extends { field: string }>(error: E): E => ({
  ...error,
  field: questions[error.field] ?? error.field,
})
