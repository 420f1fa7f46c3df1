import type { Schemas } from '@/api'

/** A place on the earth: longitude, latitude. */
export type At = [number, number]
export type Shape = Schemas['MultiPolygon']
export type Part = Schemas['PicturePart']

/** West, south, east, north. */
export type Box = [number, number, number, number]

/** What holds all positions; nothing where there are none. */
export function boxOf(positions: readonly (readonly number[])[]): Box | undefined {
  if (!positions.length) return
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lng = 0, lat = 0] of positions) {
    box[0] = Math.min(box[0], lng)
    box[1] = Math.min(box[1], lat)
    box[2] = Math.max(box[2], lng)
    box[3] = Math.max(box[3], lat)
  }
  return box
}

export const positionsOf = (shape: Shape): number[][] => shape.coordinates.flat(2)

/** Onto a sheet `width` wide: a degree of longitude is drawn as short as it is in the middle of the box. */
export function sheetOf([west, south, east, north]: Box, width: number) {
  const shrunk = Math.cos(((south + north) / 2 / 180) * Math.PI)
  const scale = width / Math.max(1e-9, (east - west) * shrunk)
  const height = Math.max(1, (north - south) * scale)
  const x = (lng: number) => round((lng - west) * shrunk * scale)
  const y = (lat: number) => round((north - lat) * scale)
  const path = (shape: Shape) =>
    shape.coordinates
      .flatMap((polygon) =>
        polygon.map((ring) => `M${ring.map(([lng = 0, lat = 0]) => `${x(lng)} ${y(lat)}`).join('L')}Z`),
      )
      .join('')
  return { width, height: Math.round(height), x, y, path }
}
const round = (value: number) => Math.round(value * 10) / 10

/** A corner on which somebody nearly stands, within `reach` of a number that both are measured in. */
export function snapped(at: At, corners: readonly At[], apart: (one: At, other: At) => number, reach: number): At {
  let best: At = at
  let least = reach
  for (const corner of corners) {
    const distance = apart(at, corner)
    if (distance <= least) {
      least = distance
      best = corner
    }
  }
  return best
}

/** Corners as people write them, one in a line: `113.10452, 23.02811`. Lines that are none are left out. */
export const cornersIn = (text: string): At[] =>
  text
    .split('\n')
    .map((line) =>
      line
        .split(/[,，\s]+/)
        .filter(Boolean)
        .map(Number),
    )
    .filter((pair) => pair.length === 2 && pair.every(Number.isFinite))
    .map(([lng, lat]) => [lng, lat] as At)
export const written = (corners: readonly At[]) =>
  corners.map(([lng, lat]) => `${lng.toFixed(6)}, ${lat.toFixed(6)}`).join('\n')

/** Closed, as GeoJSON wants rings. */
export const polygonOf = (corners: readonly At[]): Shape => ({
  type: 'MultiPolygon',
  coordinates: [[[...corners, corners[0]!].map((at) => [...at])]],
})

/** The outer corners of the largest part of a shape, without the last that is the first again. */
export function cornersOf(shape: Shape | null | undefined): At[] {
  const rings = shape?.coordinates.map((polygon) => polygon[0] ?? []) ?? []
  const largest = rings.sort((one, other) => other.length - one.length)[0] ?? []
  return largest.slice(0, -1).map(([lng = 0, lat = 0]) => [lng, lat])
}

/** 1.2 平方公里 or 8,600 平方米 have words of their own; this is the number and which of the two. */
export const areaOf = (metres: number) =>
  metres >= 1e5
    ? { n: (metres / 1e6).toFixed(2), unit: 'km' as const }
    : { n: Math.round(metres).toLocaleString('en'), unit: 'm' as const }

/**
 * A number among others as one of five shades: nothing is the lightest, the others by their rank, so that one very large
 * number does not make all others look alike.
 */
export function shadeOf(value: number, among: readonly number[]): 0 | 1 | 2 | 3 | 4 {
  if (!value) return 0
  const others = [...new Set(among.filter((each) => each > 0))].sort((one, other) => one - other)
  return Math.min(4, Math.ceil(((others.indexOf(value) + 1) / others.length) * 4)) as 1 | 2 | 3 | 4
}
