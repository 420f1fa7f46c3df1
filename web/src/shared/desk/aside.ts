import { reactive, shallowRef, watch, type ShallowRef } from 'vue'
import { areaTree } from './areas'
import type { TreeNode } from './tree'

/**
 * What a list could do without: a tree with counts, the numbers of its tabs. What fails here fails in silence; the table
 * says it aloud.
 */
export function useAside<K, V>(key: () => K, fetch: (key: K) => Promise<V>) {
  const value: ShallowRef<V | undefined> = shallowRef()
  const reload = () =>
    fetch(key())
      .then((found) => (value.value = found))
      .catch(() => undefined)
  watch(key, reload, { immediate: true })
  return reactive({ value, reload })
}

/** The places that the post may see, with what is counted there. */
export const useAreaTree = (count: Parameters<typeof areaTree>[0], shape = (nodes: TreeNode[]) => nodes) =>
  useAside(
    () => count,
    (counted) => areaTree(counted).then(shape),
  )
