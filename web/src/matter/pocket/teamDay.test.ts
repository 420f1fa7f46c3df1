import { expect, it } from 'vitest'
import type { Schemas } from '@/api'
import { doneToday, perhapsToday, plan } from './teamDay'
import { wayTo } from './wayTo'

const order = (...steps: [action: string, at: string, note?: string][]) =>
  ({ steps: steps.map(([action, at, note]) => ({ action, at, note })) }) as unknown as Schemas['OrderView']
const now = new Date('2026-11-22T17:00:00Z') // the 23rd in Beijing

it('knows what was done today by the calendar of Beijing', () => {
  expect(doneToday(order(['complete', '2026-11-22T16:10:00Z']), now)).toBe(true)
  expect(doneToday(order(['complete', '2026-11-22T15:50:00Z']), now)).toBe(false)
  expect(doneToday(order(['accept', '2026-11-22T16:10:00Z']), now)).toBe(false)
})

it('asks for the steps of those only that may have been done today', () => {
  const due = (due: string) => ({ due }) as Schemas['CaseLine']
  expect(perhapsToday(due('2026-11-30T02:00:00Z'), now)).toBe(true)
  expect(perhapsToday(due('2026-11-29T02:00:00Z'), now)).toBe(false)
})

it('remembers when the team said it would come, the last time it accepted', () => {
  expect(plan(order(['accept', '', '周三上午'], ['give-back', ''], ['accept', '', '周四']))).toBe('周四')
  expect(plan(order())).toBeUndefined()
})

it('leaves the way to the map on the phone', () => {
  expect(wayTo('3 栋 201', 'Android')).toBe('geo:0,0?q=3%20%E6%A0%8B%20201')
  expect(wayTo('3 栋', 'iPhone')).toMatch(/^maps:/)
})
