import { describe, expect, it } from 'vitest'
import { columnsFor, isBack, move, shadeOf } from './field'

describe('a field of tiles', () => {
  it('is about as wide as the room it has', () => {
    expect(columnsFor(4, 1.6)).toBe(2)
    expect(columnsFor(12, 1.6)).toBeGreaterThanOrEqual(3)
    expect(columnsFor(40, 1.6)).toBeLessThanOrEqual(8)
    expect(columnsFor(0, 1.6)).toBe(1)
    expect(columnsFor(1, 1.6)).toBe(1)
  })

  it('shades by the greatest, and leaves what is quiet dark', () => {
    expect([0, 1, 5, 10].map((open) => shadeOf(open, 10))).toEqual([0, 1, 2, 4])
    expect(shadeOf(0, 0)).toBe(0)
  })

  it('is walked by arrows without falling off', () => {
    expect(move(-1, 'ArrowDown', 3, 7)).toBe(0)
    expect(move(0, 'ArrowLeft', 3, 7)).toBe(0)
    expect(move(0, 'ArrowUp', 3, 7)).toBe(0)
    expect(move(1, 'ArrowDown', 3, 7)).toBe(4)
    expect(move(4, 'ArrowDown', 3, 7)).toBe(6) // the last row is shorter
    expect(move(6, 'ArrowDown', 3, 7)).toBe(6)
    expect(move(6, 'ArrowRight', 3, 7)).toBe(6)
  })

  it('is left by the back keys of keyboards and remote controls', () => {
    expect(isBack({ key: 'Escape' })).toBe(true)
    expect(isBack({ key: 'Unidentified', keyCode: 461 })).toBe(true)
    expect(isBack({ key: 'Enter', keyCode: 13 })).toBe(false)
  })
})
