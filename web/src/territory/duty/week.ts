import type { Schemas } from '@/api'

/** A line of the week: one time of the day and who comes on each of the seven days. */
export interface Line {
  starts: string
  ends: string
  /** The account of who comes, or `name:` and a name without account; empty for nobody. */
  cells: string[]
  standIn: string
}
type Shift = Schemas['DutyView']

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
export const timeOf = (at: string) => clock.format(new Date(at))

export function addDays(day: string, days: number): string {
  const at = new Date(`${day}T12:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}
/** The Monday of the week that a day lies in. */
export function mondayOf(day: string): string {
  return addDays(day, -((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7))
}

/** The shifts of a week as lines: as many of one time as people stand together. */
export function linesOf(shifts: Shift[], monday: string): Line[] {
  const lines: Line[] = []
  for (const shift of shifts) {
    const starts = timeOf(shift.starts)
    const ends = timeOf(shift.ends)
    const at = Math.round((Date.parse(shift.heldOn) - Date.parse(monday)) / 86_400_000)
    let line = lines.find((each) => each.starts === starts && each.ends === ends && !each.cells[at])
    if (!line) lines.push((line = { starts, ends, cells: Array.from({ length: 7 }, () => ''), standIn: '' }))
    line.cells[at] = shift.account ?? `name:${shift.name}`
  }
  return lines.sort((a, b) => a.starts.localeCompare(b.starts))
}

const who = (cell: string) => (cell.startsWith('name:') ? { name: cell.slice(5) } : { account: cell })

/** What is sent: a shift for each cell that somebody stands in. */
export const shiftsOf = (lines: Line[], monday: string): Schemas['DutyNewShift'][] =>
  lines.flatMap(({ starts, ends, cells }) =>
    cells.flatMap((cell, at) => (cell ? [{ heldOn: addDays(monday, at), starts, ends, ...who(cell) }] : [])),
  )

const names = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const
export const patternOf = (lines: Line[]): Schemas['DutyUsualShift'][] =>
  lines.flatMap(({ starts, ends, cells, standIn }) =>
    cells.flatMap((cell, at) =>
      cell ? [{ weekday: names[at]!, starts, ends, standIn: standIn || undefined, ...who(cell) }] : [],
    ),
  )
