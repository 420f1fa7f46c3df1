import { computed, reactive, ref } from 'vue'

export interface Mistake {
  field: string
  message: string
}

/** The mistakes of a form: the page's own and the server's, in one list and in the same words. */
export function useErrors() {
  const list = ref<Mistake[]>([])
  const by = computed(() => Object.fromEntries(list.value.map((each) => [each.field, each.message])))

  /** True when there are none. */
  function check(found: (Mistake | false | undefined)[]): boolean {
    list.value = found.filter((each): each is Mistake => !!each)
    return !list.value.length
  }
  /** Takes over what the server found in the fields; true when it found something there. */
  function take(problem: { errors: Mistake[] } | undefined): boolean {
    list.value = problem?.errors.map(({ field, message }) => ({ field, message })) ?? []
    return !!list.value.length
  }
  return reactive({ list, by, check, take })
}
