import { expect, test } from 'vitest'
import { boxOf, cornersIn, cornersOf, polygonOf, shadeOf, sheetOf, snapped, written, type At } from './geo'

const square: At[] = [
  [113, 23],
  [113.1, 23],
  [113.1, 23.1],
  [113, 23.1],
]

test('a ring is closed for GeoJSON and opened again for drawing', () => {
  const shape = polygonOf(square)
  expect(shape.coordinates[0]![0]).toHaveLength(5)
  expect(cornersOf(shape)).toEqual(square)
  expect(cornersOf(undefined)).toEqual([])
})

test('corners are read as people write them', () => {
  expect(cornersIn('113.1, 23.2\n\n113.2，23.3\nhere\n113.4 23.5')).toEqual([
    [113.1, 23.2],
    [113.2, 23.3],
    [113.4, 23.5],
  ])
  expect(cornersIn(written(square))).toEqual(square)
})

test('a sheet is as wide as asked and north is above', () => {
  const sheet = sheetOf(boxOf(square)!, 400)
  expect(sheet.x(113)).toBe(0)
  expect(sheet.x(113.1)).toBe(400)
  expect(sheet.y(23.1)).toBe(0)
  expect(sheet.height).toBeGreaterThan(400)
  expect(sheet.path(polygonOf(square))).toMatch(/^M0 \d+(\.\d)?L400 /)
  expect(boxOf([])).toBeUndefined()
})

test('a corner nearby is taken, one far away is not', () => {
  const apart = (one: At, other: At) => Math.hypot(one[0] - other[0], one[1] - other[1])
  expect(snapped([113.0004, 23], square, apart, 0.001)).toEqual([113, 23])
  expect(snapped([113.05, 23.05], square, apart, 0.001)).toEqual([113.05, 23.05])
})

test('numbers become shades', () => {
  const among = [0, 1, 1, 2, 3, 400]
  expect(among.map((n) => shadeOf(n, among))).toEqual([0, 1, 1, 2, 3, 4])
  expect(shadeOf(7, [7])).toBe(4)
})
