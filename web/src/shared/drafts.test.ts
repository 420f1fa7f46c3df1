import { beforeEach, expect, it } from 'vitest'
import { draftOf, forgetDrafts } from './drafts'

beforeEach(() => localStorage.clear())

it('gives back what was begun, to its owner only', () => {
  draftOf('order', 'a').write({ text: '水管漏水' })
  expect(draftOf('order', 'a').read()).toEqual({ text: '水管漏水' })
  expect(draftOf('order', 'b').read()).toEqual({})
})

it('forgets one, or all of them on leaving, and nothing else', () => {
  localStorage.setItem('lianlin.preferences', '{}')
  draftOf('order', 'a').write({ text: 'x' })
  draftOf('order', 'b').write({ text: 'y' })
  draftOf('order', 'a').forget()
  expect(Object.keys(localStorage)).toHaveLength(2)
  forgetDrafts()
  expect(Object.keys(localStorage)).toEqual(['lianlin.preferences'])
})

it('takes a spoilt draft for none', () => {
  localStorage.setItem('lianlin.draft.order.a', '{')
  expect(draftOf('order', 'a').read()).toEqual({})
})
