import { flushPromises } from '@vue/test-utils'
import { describe, expect, test } from 'vitest'
import { effectScope, reactive, ref } from 'vue'
import { api, Problem } from '@/api'
import { json, problem, useAnswers } from '@/testing/answers'
import { useAction, useList, useThing } from './use'

const { calls, answer } = useAnswers()
const page = (items: string[], next: string | null, total?: number) => json({ items, next, total })
const inScope = <T>(make: () => T) => effectScope().run(make)!

describe('useList', () => {
  const list = (filter: { q?: string }) =>
    inScope(() => useList(filter, (query) => api.GET('/api/service-orders', { params: { query } })))

  test('walks forward by the key that the server gave, and back to where it came from', async () => {
    answer(page(['a'], 'k1', 60), page(['b'], 'k2', 60), page(['a'], 'k1', 60))
    const orders = list(reactive({}))
    await flushPromises()
    await orders.forward()
    expect(calls[1]?.query.get('after')).toBe('k1')
    expect([orders.page, orders.pages]).toEqual([2, 3])
    await orders.back()
    expect(calls[2]?.query.has('after')).toBe(false)
    expect(orders.page).toBe(1)
  })

  test('starts again at the first page when the filter changes, and sends no empty filter', async () => {
    answer(page(['a'], 'k1'), page(['b'], null), page(['c'], null))
    const filter = reactive<{ q?: string }>({ q: '' })
    const orders = list(filter)
    await flushPromises()
    expect(calls[0]?.query.has('q')).toBe(false)
    await orders.forward()
    filter.q = '水管'
    await flushPromises()
    expect(calls[2]?.query.get('q')).toBe('水管')
    expect(calls[2]?.query.has('after')).toBe(false)
    expect(orders.page).toBe(1)
  })

  test('a slow answer to an older question does not overwrite a newer one', async () => {
    const slow: ((value: { data: { items: string[] } }) => void)[] = []
    const filter = reactive({ q: 'a' })
    const found = inScope(() =>
      useList<string, { q: string }>(filter, () => new Promise((resolve) => slow.push(resolve))),
    )
    filter.q = 'b'
    await flushPromises()
    slow[1]?.({ data: { items: ['of b'] } })
    slow[0]?.({ data: { items: ['of a'] } })
    await flushPromises()
    expect(found.items).toEqual(['of b'])
  })

  test('keeps the rows of before when a reload fails, and says why', async () => {
    answer(page(['a'], null), problem(500, { request: 'r-1' }))
    const orders = list(reactive({}))
    await flushPromises()
    await orders.reload()
    expect(orders.items).toEqual(['a'])
    expect(orders.problem?.request).toBe('r-1')
  })
})

describe('useThing', () => {
  test('guards a change with the version that was read', async () => {
    answer(json({ id: 'x', version: 3 }, { ETag: '"3"' }))
    const thing = inScope(() =>
      useThing(
        () => 'x',
        (id) => api.GET('/api/service-orders/{id}', { params: { path: { id } } }),
      ),
    )
    await flushPromises()
    expect(thing.match).toEqual({ 'If-Match': '"3"' })
  })

  test('reads another thing when the page turns to it', async () => {
    answer(json({ version: 1 }), json({ version: 2 }))
    const id = ref('a')
    const thing = inScope(() =>
      useThing(
        () => id.value,
        (key) => api.GET('/api/service-orders/{id}', { params: { path: { id: key } } }),
      ),
    )
    await flushPromises()
    id.value = 'b'
    await flushPromises()
    expect(calls.map((call) => call.path)).toEqual(['/api/service-orders/a', '/api/service-orders/b'])
    expect(thing.match).toEqual({ 'If-Match': '"2"' })
  })
})

describe('useAction', () => {
  const open = () => useAction((code: string) => api.POST('/api/jurisdictions', { body: { code } }))
  const keys = () => calls.map((call) => call.headers.get('Idempotency-Key'))

  test('tries the same wish again under the same key after the connection was lost', async () => {
    answer(new TypeError('network'), json({}))
    const action = open()
    expect(await action.run('440604')).toBe(false)
    expect(action.problem?.code).toBe('unreachable')
    expect(await action.run('440604')).toBe(true)
    expect(keys()[0]).toMatch(/^[0-9a-f]{32}$/)
    expect(keys()[1]).toBe(keys()[0])
  })

  test('another wish, and the wish after an answer, have keys of their own', async () => {
    answer(problem(503), json({}), json({}), problem(422), json({}))
    const action = open()
    await action.run('440604')
    await action.run('440605')
    await action.run('440605')
    await action.run('440605')
    await action.run('440605')
    expect(new Set(keys()).size).toBe(5)
  })

  test('a second press while it runs does nothing', async () => {
    answer(json({}))
    const action = open()
    const first = action.run('440604')
    expect(action.busy).toBe(true)
    expect(await action.run('440604')).toBe(false)
    expect(await first).toBe(true)
    expect(calls).toHaveLength(1)
  })

  test('shows what the server said, field by field', async () => {
    answer(problem(422, { errors: [{ field: 'code', message: '没有这个代码' }] }))
    const action = open()
    await action.run('1')
    expect(action.problem).toBeInstanceOf(Problem)
    expect(action.problem?.errors).toEqual([{ field: 'code', message: '没有这个代码' }])
  })
})
