import { expect, it } from 'vitest'
import { linesOf, mondayOf, patternOf, shiftsOf } from './week'

const shift = (heldOn: string, from: string, to: string, account: string) =>
  ({
    id: heldOn + from + account,
    area: '440604001003',
    where: '党群服务中心',
    heldOn,
    starts: `${heldOn}T${from}:00+08:00`,
    ends: `${heldOn}T${to}:00+08:00`,
    account,
    name: account,
    now: false,
  }) as const

it('knows the Monday of a day', () => {
  expect(mondayOf('2026-11-22')).toBe('2026-11-16')
  expect(mondayOf('2026-11-23')).toBe('2026-11-23')
})

it('puts shifts into lines, two where two stand together, and back', () => {
  const shifts = [
    shift('2026-11-23', '09:00', '12:00', 'a'),
    shift('2026-11-23', '09:00', '12:00', 'b'),
    shift('2026-11-24', '09:00', '12:00', 'a'),
  ]
  const lines = linesOf(shifts, '2026-11-23')
  expect(lines).toHaveLength(2)
  expect(lines[0]!.cells.slice(0, 3)).toEqual(['a', 'a', ''])
  expect(shiftsOf(lines, '2026-11-23')).toHaveLength(3)
  expect(patternOf(lines)[0]).toMatchObject({ weekday: 'MONDAY', starts: '09:00', account: 'a' })
})
