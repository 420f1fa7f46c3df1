import { expect, it } from 'vitest'
import { mark, planText, until } from './care'

it('says how often somebody comes', () => {
  const plan = { every: 2, unit: 'WEEKS', weekday: 3, startsOn: '2026-11-01', from: '09:00', until: '11:00' } as const
  expect(planText(plan)).toBe('每 2 周 · 周三 · 09:00–11:00')
  expect(planText({ every: 1, unit: 'MONTHS', startsOn: '2026-11-01' })).toBe('每月')
})

it('counts the days to a visit, and those over it', () => {
  expect(until('2026-11-22', '2026-11-22')).toBe('今天')
  expect(until('2026-11-25', '2026-11-22')).toBe('还有 3 天')
  expect(until('2026-11-20', '2026-11-22')).toBe('超过 2 天')
})

it('shows the lamp as shape and word', () => {
  expect(mark({})).toBeUndefined()
  expect(mark({ next: '2026-11-20', lamp: 'RED' })?.tone).toBe('bad')
})
