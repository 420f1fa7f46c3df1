import { expect, it } from 'vitest'
import { Problem } from '@/api'
import { useErrors } from './errors'

it('lists the mistakes of the page and finds them by field', () => {
  const errors = useErrors()
  expect(errors.check([false, { field: 'phone', message: '手机号是 11 位数字' }, undefined])).toBe(false)
  expect(errors.by.phone).toBe('手机号是 11 位数字')
  expect(errors.check([false])).toBe(true)
  expect(errors.list).toEqual([])
})

it('shows what the server found in the same place', () => {
  const errors = useErrors()
  const problem = new Problem({ status: 422, errors: [{ field: 'title', code: 'title.long', message: '太长' }] })
  expect(errors.take(problem)).toBe(true)
  expect(errors.by).toEqual({ title: '太长' })
  expect(errors.take(new Problem({ status: 409 }))).toBe(false)
})
