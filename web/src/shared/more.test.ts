import { flushPromises } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { Problem } from '@/api'
import { useMore } from './more'

it('appends the next part below what is there', async () => {
  const fetch = vi
    .fn()
    .mockResolvedValueOnce({ data: { items: [1, 2], next: 'b', total: 3 } })
    .mockResolvedValueOnce({ data: { items: [3], next: null, total: 3 } })
  const list = useMore<number>(fetch, 2)
  await flushPromises()
  await list.more()
  expect(list.items).toEqual([1, 2, 3])
  expect(fetch).toHaveBeenLastCalledWith({ limit: 2, after: 'b' })
  expect(list.more()).toBeUndefined()
})

it('keeps what was read when the next part does not come', async () => {
  const fetch = vi
    .fn()
    .mockResolvedValueOnce({ data: { items: [1], next: 'b' } })
    .mockRejectedValueOnce(Problem.unreachable())
  const list = useMore<number>(fetch)
  await flushPromises()
  await list.more()
  expect(list.items).toEqual([1])
  expect(list.problem?.code).toBe('unreachable')
})
