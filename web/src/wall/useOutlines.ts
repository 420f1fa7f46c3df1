import { shallowRef, watch } from 'vue'
import { api, type Schemas } from '@/api'

/** The outlines of the places below one; nothing as long as one of them has none, then tiles stand for them. */
export function useOutlines(scope: () => string | undefined, below: () => string | undefined) {
  const parts = shallowRef<Schemas['PicturePart'][]>()
  watch(
    scope,
    async (code) => {
      parts.value = undefined
      const child = below()
      if (!code || !child) return
      const level = child.length > 12 ? 'GRID' : child.endsWith('000') ? 'STREET' : 'COMMUNITY'
      const drawn = await api
        .GET('/api/areas/{code}/shapes', { params: { path: { code }, query: { level } } })
        .catch(() => undefined)
      const data = drawn?.data
      if (scope() === code && data?.parts.length && !data.missing) parts.value = data.parts
    },
    { immediate: true },
  )
  return parts
}
