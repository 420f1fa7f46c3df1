import { mount } from '@vue/test-utils'
import { describe, expect, test } from 'vitest'
import { findIn, pathTo, rowsOf, type TreeNode } from './tree'
import SideTree from './SideTree.vue'

const grid = (n: number): TreeNode => ({ key: `44060400100100${n}`, name: `榕树里${n}网格`, count: n })
const tree: TreeNode[] = [
  {
    key: '440604001000',
    name: '桂园街道',
    children: [
      { key: '440604001001', name: '榕树里社区', children: [grid(1), grid(2)] },
      { key: '440604001002', name: '河沿社区' },
    ],
  },
]

test('only what is open is a row', () => {
  expect(rowsOf(tree, new Set()).map((row) => row.node.name)).toEqual(['桂园街道'])
  expect(rowsOf(tree, new Set(['440604001000'])).map((row) => row.depth)).toEqual([0, 1, 1])
})
test('is found by a part of the name or the beginning of the code, with the way to it', () => {
  expect(findIn(tree, '2网格').map((each) => each.path)).toEqual([['桂园街道', '榕树里社区']])
  expect(findIn(tree, '440604001002').map((each) => each.node.name)).toEqual(['河沿社区'])
  expect(pathTo(tree, '440604001001').map((node) => node.name)).toEqual(['桂园街道', '榕树里社区'])
})

describe('the tree by keyboard', () => {
  const show = () => mount(SideTree, { props: { nodes: tree, label: '地区' }, attachTo: document.body })
  const names = (shown: ReturnType<typeof show>) => shown.findAll('.name').map((each) => each.text())

  test('right opens, down walks, enter chooses, left closes', async () => {
    const shown = show()
    const press = async (key: string) => {
      const row = shown.find('[tabindex="0"]')
      await row.trigger('keydown', { key })
      await new Promise((resolve) => setTimeout(resolve))
    }
    expect(shown.findAll('[tabindex="0"]')).toHaveLength(1)
    await press('ArrowDown')
    expect(document.activeElement?.textContent).toContain('榕树里社区')
    await press('Enter')
    expect(shown.emitted('update:modelValue')).toEqual([['440604001001']])
    const before = names(shown).length
    await press('ArrowLeft')
    expect(names(shown).length).toBeLessThan(before)
    await press('ArrowRight')
    expect(names(shown)).toHaveLength(before)
    shown.unmount()
  })
})
