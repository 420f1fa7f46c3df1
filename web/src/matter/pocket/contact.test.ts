import { expect, it } from 'vitest'
import { mayContact } from './contact'

const order = (...names: string[]) => ({
  actions: names.map((name) => ({ name, label: name, tone: 'plain' as const, form: [] })),
})

it('offers contact data to whoever may go there, and to nobody else', () => {
  expect(mayContact(order('start', 'return'))).toBe(true)
  expect(mayContact(order('complete'))).toBe(true)
  expect(mayContact(order('accept', 'refuse'))).toBe(false)
  expect(mayContact(order('cancel'))).toBe(false)
  expect(mayContact(order())).toBe(false)
})
