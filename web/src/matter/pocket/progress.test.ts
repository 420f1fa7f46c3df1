import { expect, it } from 'vitest'
import type { Schemas } from '@/api'
import { greeting } from './greeting'
import { foremost, lastWord, progressOf } from './progress'

const step = (label: string, kind: string, note?: string): Schemas['CaseViewPassed'] => ({
  action: '',
  label,
  note,
  kind,
})
const steps = [
  step('点单', 'past'),
  step('下单', 'past', '周三上午办结'),
  step('黄牌提醒', 'warn', '已短信提醒'),
  step('接单', 'now'),
  step('评价', 'next'),
]

it('says where it stands without counting reminders', () => {
  expect(progressOf(steps)).toMatchObject({ now: 3, all: 4, kinds: ['past', 'past', 'now', 'next'] })
  expect(progressOf(steps).step?.label).toBe('接单')
})

it('stands at the last step when all are past, and bears none', () => {
  expect(progressOf(steps.slice(0, 2))).toMatchObject({ now: 2, all: 2 })
  expect(progressOf([])).toMatchObject({ now: 0, all: 0, step: undefined })
})

it('finds the newest word of a person', () => {
  expect(lastWord(steps)?.note).toBe('周三上午办结')
})

it('puts what waits for my answer before what runs', () => {
  const line = (code: string, lamp: 'GREEN' | null) => ({ state: { code }, lamp }) as Schemas['CaseLine']
  const running = line('ACCEPTED', 'GREEN')
  const done = line('COMPLETED', null)
  expect(foremost([line('EVALUATED', null), running, done])).toBe(done)
  const returned = line('RETURNED', null)
  expect(foremost([running, returned])).toBe(returned)
  expect(foremost([line('EVALUATED', null), running])).toBe(running)
  expect(foremost([line('EVALUATED', null)])).toBeUndefined()
})

it('greets by the clock of Beijing', () => {
  expect(greeting(new Date('2026-11-22T01:00:00Z'))).toBe('greet.morning')
  expect(greeting(new Date('2026-11-22T16:30:00Z'))).toBe('greet.night')
})
