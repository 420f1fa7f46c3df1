import { expect, it } from 'vitest'
import { arrival } from './arrival'

it('follows a page of ours', () => {
  expect(arrival('/orders/0J1?x=1')).toBe('/orders/0J1?x=1')
  expect(arrival(undefined)).toBe('/')
})

it('follows nobody else', () => {
  for (const to of ['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example', ['/a']]) {
    expect(arrival(to)).toBe('/')
  }
})
