import { shallowRef, watch } from 'vue'
import { api, type Schemas } from '@/api'
import { post } from '@/shared/acting'
import { readsPlaces } from '@/shared/standing'

/** The community's own number for the post of now, where one is known. */
export const community = shallowRef<Schemas['ServicePlace']>()
let asked: string | undefined

export function findCommunity() {
  watch(
    post,
    async (now) => {
      const area = now?.area && readsPlaces() ? now.area : undefined
      if (area === asked) return
      asked = area
      community.value = undefined
      if (!area) return
      const answer = await api
        .GET('/api/places', { params: { query: { area, limit: 10 } } })
        .catch(() => (asked = undefined)) // the hotline stays
      if (area === asked) community.value = answer?.data?.items.find((each) => each.phone)
    },
    { immediate: true },
  )
}
export const dial = (phone: string) => `tel:${phone.replace(/[^\d+]/g, '')}`
