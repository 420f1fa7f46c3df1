import { expect, it } from 'vitest'
import { searched } from './searched'

it('tells whole numbers from names', () => {
  expect(searched('林秀')).toEqual({ q: '林秀' })
  expect(searched('138 5710 0201')).toEqual({ phone: '13857100201' })
  expect(searched('44010619520310123x')).toEqual({ identity: '44010619520310123X' })
})
it('takes a part of a number for a name: a part finds nobody by his number', () => {
  expect(searched('1385710')).toEqual({ q: '1385710' })
  expect(searched('')).toEqual({ q: undefined })
})
