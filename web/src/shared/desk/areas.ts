import { shallowRef, watch } from 'vue'
import { api, type Schemas } from '@/api'
import { post } from '@/shared/acting'
import type { TreeNode } from './tree'

const toNode = (area: Schemas['AreaTreeBranch']): TreeNode => ({
  key: area.code,
  name: area.name,
  count: area.count,
  children: area.children?.map(toNode),
})

/** The places that the post of now may see, with what is counted in them. */
export async function areaTree(count: 'service-order' | 'member' | 'none'): Promise<TreeNode[]> {
  const { data } = await api.GET('/api/areas/tree', { params: { query: { count } } })
  return data?.items.map(toNode) ?? []
}

/** A community or a grid, where people live, and no street or district. */
export const isCommunity = (area: string) => area.length === 15 || !area.endsWith('000')

const plain = shallowRef<TreeNode[]>([])
watch(post, () => (plain.value = []))

/** The same tree without counts, fetched once for all fields that pick a place. */
export function useAreas() {
  if (!plain.value.length) void areaTree('none').then((nodes) => (plain.value = nodes))
  return plain
}
