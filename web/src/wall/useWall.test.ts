import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import { api, Problem } from '@/api'
import { useWall } from './useWall'

const picture = (name: string) => ({ data: { scope: { name }, areas: [] } })
const get = vi.spyOn(api, 'GET')
beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  get.mockReset()
})

function open() {
  let wall!: ReturnType<typeof useWall>
  const page = mount(
    defineComponent({
      setup() {
        wall = useWall()
        return () => null
      },
    }),
  )
  return { wall, page }
}

it('renews itself every five seconds', async () => {
  get.mockResolvedValueOnce(picture('一') as never).mockResolvedValueOnce(picture('二') as never)
  const { wall, page } = open()
  await flushPromises()
  expect(wall.picture?.scope.name).toBe('一')
  await vi.advanceTimersByTimeAsync(5_000)
  expect(wall.picture?.scope.name).toBe('二')
  page.unmount()
})

it('keeps the last picture while the server is lost, and finds back', async () => {
  get
    .mockResolvedValueOnce(picture('一') as never)
    .mockRejectedValueOnce(Problem.unreachable())
    .mockResolvedValueOnce(picture('二') as never)
  const { wall, page } = open()
  await flushPromises()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(wall.picture?.scope.name).toBe('一')
  expect(wall.problem?.code).toBe('unreachable')
  await vi.advanceTimersByTimeAsync(5_000)
  expect(wall.picture?.scope.name).toBe('二')
  expect(wall.problem).toBeUndefined()
  page.unmount()
})

it('does not knock again after a refusal', async () => {
  get.mockRejectedValue(new Problem({ status: 403 }))
  const { wall, page } = open()
  await flushPromises()
  await vi.advanceTimersByTimeAsync(30_000)
  expect(get).toHaveBeenCalledTimes(1)
  expect(wall.problem?.status).toBe(403)
  page.unmount()
})

it('goes into an area and back', async () => {
  get.mockResolvedValue(picture('某处') as never)
  const { wall, page } = open()
  await flushPromises()
  wall.enter({ code: '440604001000', name: '桂园街道' })
  await flushPromises()
  expect(get).toHaveBeenLastCalledWith(
    '/api/wall',
    expect.objectContaining({ params: { query: { area: '440604001000' } } }),
  )
  wall.leave()
  wall.leave()
  expect(wall.trail).toHaveLength(1)
  page.unmount()
})

it('runs through days without piling anything up', async () => {
  let answers = 0
  get.mockImplementation((async () => {
    answers++
    if (answers % 97 === 0) throw Problem.unreachable()
    return picture(String(answers))
  }) as never)
  const { wall, page } = open()
  const timers: number[] = []
  for (let day = 0; day < 2; day++) {
    await vi.advanceTimersByTimeAsync(24 * 3_600_000)
    timers.push(vi.getTimerCount())
  }
  expect(answers).toBeGreaterThan(2 * 17_000)
  expect(new Set(timers)).toEqual(new Set([1]))
  expect(wall.picture?.scope.name).toBe(String(wall.problem ? answers - 1 : answers))
  page.unmount()
  expect(vi.getTimerCount()).toBe(0)
}, 120_000)
