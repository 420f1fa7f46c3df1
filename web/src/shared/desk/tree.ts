/** A node of a side tree or a tree to pick from. */
export interface TreeNode {
  key: string
  name: string
  count?: number | null
  children?: TreeNode[]
  /** Has children that are fetched when it is opened. */
  later?: boolean
}

export interface TreeRow {
  node: TreeNode
  depth: number
  open: boolean
  branch: boolean
}

/** The rows of a tree as they stand below each other: only what is open. */
export function rowsOf(nodes: readonly TreeNode[], open: ReadonlySet<string>, depth = 0): TreeRow[] {
  return nodes.flatMap((node) => {
    const branch = !!node.children?.length || !!node.later
    const isOpen = branch && open.has(node.key)
    const row = { node, depth, open: isOpen, branch }
    return isOpen && node.children ? [row, ...rowsOf(node.children, open, depth + 1)] : [row]
  })
}

export interface Found {
  node: TreeNode
  path: string[]
}

/** Nodes whose name contains the words, with the way to them; at most `limit`, for nobody reads more. */
export function findIn(nodes: readonly TreeNode[], words: string, limit = 50): Found[] {
  const found: Found[] = []
  const visit = (some: readonly TreeNode[], path: string[]) => {
    for (const node of some) {
      if (found.length === limit) return
      if (node.name.includes(words) || node.key.startsWith(words)) found.push({ node, path })
      if (node.children) visit(node.children, [...path, node.name])
    }
  }
  visit(nodes, [])
  return found
}

/** The way from a root to a node, the node included. */
export function pathTo(nodes: readonly TreeNode[], key: string): TreeNode[] {
  for (const node of nodes) {
    if (node.key === key) return [node]
    const below = node.children ? pathTo(node.children, key) : []
    if (below.length) return [node, ...below]
  }
  return []
}

export const sizeOf = (nodes: readonly TreeNode[]): number =>
  nodes.reduce((sum, node) => sum + 1 + sizeOf(node.children ?? []), 0)
