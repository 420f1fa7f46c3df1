export interface Day {
  day: string
  placed: number
  closed: number
}
export interface Box {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
}

/** A round number at or above the greatest: 10, 20, 50, 60, 100 … so that three lines divide it evenly. */
export function roundTop(greatest: number): number {
  if (greatest <= 3) return 3
  const size = 10 ** Math.floor(Math.log10(greatest))
  return [1, 1.5, 3, 6, 9, 12].map((n) => n * size).find((n) => n >= greatest && n % 3 === 0) ?? 12 * size
}

/** The two lines of thirty days as paths, with the lines and days to read them by. */
export function draw(days: Day[], box: Box) {
  const top = roundTop(Math.max(0, ...days.flatMap((day) => [day.placed, day.closed])))
  const inner = { width: box.width - box.left - box.right, height: box.height - box.top - box.bottom }
  const x = (index: number) => box.left + (days.length > 1 ? (index / (days.length - 1)) * inner.width : 0)
  const y = (value: number) => box.top + inner.height - (value / top) * inner.height
  const path = (value: (day: Day) => number) =>
    days.map((day, index) => `${index ? 'L' : 'M'}${x(index).toFixed(1)} ${y(value(day)).toFixed(1)}`).join('')
  const last = days[days.length - 1]
  const every = Math.max(1, Math.ceil(days.length / 5))
  return {
    placed: path((day) => day.placed),
    closed: path((day) => day.closed),
    ground: `${path((day) => day.closed)}L${x(days.length - 1).toFixed(1)} ${y(0)}L${x(0).toFixed(1)} ${y(0)}Z`,
    lines: [0, 1, 2, 3].map((n) => ({ value: (top / 3) * n, y: y((top / 3) * n) })),
    days: days.map(({ day }, index) => ({ day: day.slice(5), x: x(index) })).filter((_, index) => index % every === 0),
    ends: apart(last ? y(last.placed) : 0, last ? y(last.closed) : 0),
  }
}

/** The names at the ends of the lines, at least a line's height apart. */
export function apart(placed: number, closed: number, least = 18) {
  const distance = Math.abs(placed - closed)
  if (distance >= least) return { placed, closed }
  const push = (least - distance) / 2
  return placed <= closed
    ? { placed: placed - push, closed: closed + push }
    : { placed: placed + push, closed: closed - push }
}
