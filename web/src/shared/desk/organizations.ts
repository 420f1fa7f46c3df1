import { shallowRef, watch } from 'vue'
import { api } from '@/api'

const names = new Map<string, Promise<string | undefined>>()

/** The name of an organization that is only known by its id; asked once for each. */
export function useOrganizationName(id: () => string | undefined) {
  const name = shallowRef<string>()
  watch(
    id,
    async (now) => {
      name.value = undefined
      if (!now) return
      const asked = names.get(now) ?? ask(now)
      names.set(now, asked)
      const found = await asked
      if (id() === now) name.value = found
    },
    { immediate: true },
  )
  return name
}

function ask(id: string) {
  return api
    .GET('/api/organizations/{id}', { params: { path: { id } } })
    .then(({ data }) => data?.name)
    .catch(() => {
      names.delete(id)
      return undefined
    })
}
