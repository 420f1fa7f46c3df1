import { expect, test } from 'vitest'
import { alike, saidBy, stillAsked, type SavedView } from './views'

const view: SavedView = {
  id: '1',
  list: 'orders',
  name: '快到期',
  query: { lamp: 'YELLOW', colour: 'blue', q: '' },
  hidden: ['area'],
  usual: false,
}

test('what a list does not ask any more is left out of a view', () => {
  expect(stillAsked(view, { lamp: undefined, q: undefined })).toEqual({ lamp: 'YELLOW' })
})

test('a filter says what it has, as the address does', () => {
  expect(saidBy({ lamp: 'RED', unread: true, q: undefined, area: '' })).toEqual({ lamp: 'RED', unread: 'true' })
})

test('two questions are alike whatever the order of their parts', () => {
  expect(alike({ a: '1', b: '2' }, { b: '2', a: '1' })).toBe(true)
  expect(alike(['x', 'y'], ['y', 'x'])).toBe(true)
  expect(alike({ a: '1' }, {})).toBe(false)
})
