import { expect, it } from 'vitest'
import { apart, draw, roundTop } from './trend'

const box = { width: 400, height: 200, left: 30, right: 50, top: 10, bottom: 20 }

it('reads to a round top that three lines divide', () => {
  expect([0, 3, 7, 58, 59, 91, 140, 300].map(roundTop)).toEqual([3, 3, 9, 60, 60, 120, 150, 300])
})

it('draws from the first day to the last', () => {
  const drawn = draw(
    [
      { day: '2026-10-24', placed: 0, closed: 3 },
      { day: '2026-10-25', placed: 3, closed: 0 },
    ],
    box,
  )
  expect(drawn.placed).toBe('M30.0 180.0L350.0 10.0')
  expect(drawn.closed).toBe('M30.0 10.0L350.0 180.0')
  expect(drawn.lines.map((line) => line.value)).toEqual([0, 1, 2, 3])
  expect(drawn.days.map((day) => day.day)).toEqual(['10-24', '10-25'])
})

it('bears a single day and none', () => {
  expect(draw([{ day: '2026-10-24', placed: 1, closed: 1 }], box).placed).toMatch(/^M30\.0 /)
  expect(draw([], box).placed).toBe('')
})

it('keeps the names of the lines apart', () => {
  expect(apart(100, 104)).toEqual({ placed: 93, closed: 111 })
  expect(apart(104, 100)).toEqual({ placed: 111, closed: 93 })
  expect(apart(20, 90)).toEqual({ placed: 20, closed: 90 })
})
