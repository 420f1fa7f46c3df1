import { expect, test } from 'vitest'
import { layout } from './layout'

const state = (name: string) => ({ code: name, label: name, end: false })
const states = ['placed', 'accepted', 'done', 'refused'].map(state)
const moves = [
  { action: 'accept', label: '接单', from: 'placed', to: 'accepted' },
  { action: 'refuse', label: '退回', from: 'placed', to: 'refused' },
  { action: 'finish', label: '办结', from: 'accepted', to: 'done' },
  { action: 'return', label: '退单', from: 'accepted', to: 'placed' },
  { action: 'return', label: '退单', from: 'done', to: 'placed' },
]

test('states stand in the order of the steps from the start, dead ends below', () => {
  const { boxes } = layout(states, moves)
  const at = (name: string) => boxes.find((box) => box.code === name)!
  expect(at('placed').x).toBeLessThan(at('accepted').x)
  expect(at('accepted').x).toBeLessThan(at('done').x)
  expect(at('refused').x).toBe(at('accepted').x)
  expect(at('refused').y).toBeGreaterThan(at('accepted').y)
})
test('every way from every state is drawn, and all of it inside the picture', () => {
  const { boxes, lines, width, height } = layout(states, moves)
  expect(lines).toHaveLength(5)
  for (const box of boxes) {
    expect(box.x + 104).toBeLessThanOrEqual(width)
    expect(box.y + 40).toBeLessThanOrEqual(height)
  }
})
test('a state that nobody reaches is still drawn', () => {
  expect(layout([...states, state('lost')], moves).boxes).toHaveLength(5)
})
