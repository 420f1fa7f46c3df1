import type { Arrow } from './field'

/** A point on the sheet, x to the right and y down. */
export interface Point {
  x: number
  y: number
}

/**
 * The place that an arrow leads to: the nearest one that lies more in its direction than aside. At an edge one stays; the
 * first press begins at the first place.
 */
export function towards(from: number, key: Arrow, places: readonly Point[]): number {
  const here = places[from]
  if (!here) return 0
  let best = from
  let least = Infinity
  places.forEach((place, at) => {
    const x = place.x - here.x
    const y = place.y - here.y
    const ahead = { ArrowLeft: -x, ArrowRight: x, ArrowUp: -y, ArrowDown: y }[key]
    const aside = Math.abs(key === 'ArrowLeft' || key === 'ArrowRight' ? y : x)
    const cost = ahead + aside * 2
    if (at !== from && ahead > aside * 0.5 && cost < least) {
      best = at
      least = cost
    }
  })
  return best
}

/** Those of whom a name is written: all where they are few, else the busiest, as long as none stands on another. */
export function labelled<T extends Point & { open: number; late: number }>(
  places: readonly T[],
  room: { x: number; y: number },
  few = 12,
  most = 9,
): T[] {
  const inOrder = [...places].sort((one, other) => other.late - one.late || other.open - one.open)
  const chosen: T[] = []
  for (const place of inOrder) {
    if (places.length > few && (chosen.length >= most || !place.open)) break
    const free = chosen.every((other) => Math.abs(other.x - place.x) > room.x || Math.abs(other.y - place.y) > room.y)
    if (free || places.length <= few) chosen.push(place)
  }
  return chosen
}
