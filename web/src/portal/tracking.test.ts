import { expect, it } from 'vitest'
import { codeOf, numberOf } from './tracking'

it('reads numbers and codes as people write them', () => {
  expect(numberOf(' dd-2611－0284 ')).toBe('DD-2611-0284')
  expect(codeOf('２０４ 816')).toBe('204816')
  expect(codeOf('查询码')).toBe('')
})
