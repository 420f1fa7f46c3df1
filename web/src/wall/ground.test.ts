import { describe, expect, it } from 'vitest'
import { labelled, towards } from './ground'

const places = [
  { x: 0, y: 0 },
  { x: 10, y: 1 },
  { x: 30, y: 0 },
  { x: 1, y: 20 },
]

describe('an arrow on the map', () => {
  it('leads to the nearest place in its direction', () => {
    expect(towards(0, 'ArrowRight', places)).toBe(1)
    expect(towards(1, 'ArrowRight', places)).toBe(2)
    expect(towards(0, 'ArrowDown', places)).toBe(3)
    expect(towards(3, 'ArrowUp', places)).toBe(0)
  })
  it('stays at the edge and begins at the first place', () => {
    expect(towards(0, 'ArrowLeft', places)).toBe(0)
    expect(towards(2, 'ArrowUp', places)).toBe(2)
    expect(towards(-1, 'ArrowUp', places)).toBe(0)
  })
})

describe('names on the map', () => {
  const many = Array.from({ length: 40 }, (_, at) => ({
    x: (at % 8) * 10,
    y: Math.floor(at / 8) * 10,
    open: at,
    late: 0,
  }))
  it('are those of the busiest, none upon another', () => {
    const named = labelled(many, { x: 15, y: 5 })
    expect(named).toHaveLength(9)
    expect(named[0]!.open).toBe(39)
    for (const one of named)
      for (const other of named)
        expect(one === other || Math.abs(one.x - other.x) > 15 || Math.abs(one.y - other.y) > 5).toBe(true)
  })
  it('begin with what is overdue, and leave out where nothing is open', () => {
    const quiet = many.map((each, at) => ({ ...each, open: at < 3 ? 1 : 0, late: at === 1 ? 2 : 0 }))
    expect(labelled(quiet, { x: 1, y: 1 }).map((each) => quiet.indexOf(each))).toEqual([1, 0, 2])
  })
  it('are all where there are few', () => {
    expect(labelled(many.slice(0, 4), { x: 1e3, y: 1e3 })).toHaveLength(4)
  })
})
