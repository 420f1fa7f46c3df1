import type { Schemas } from '@/api'

/** Where the states of a procedure stand when it is drawn: in columns by the number of steps from the start. */
export type State = Pick<Schemas['DiagramState'], 'code' | 'label' | 'end'>
export type Move = Pick<Schemas['DiagramMove'], 'action' | 'label' | 'from' | 'to'>
export interface Box extends State {
  x: number
  y: number
}
export interface Line {
  key: string
  label: string
  path: string
  /** Where the label stands. */
  x: number
  y: number
}

export const box = { width: 104, height: 40, column: 196, row: 108, margin: 14, head: 76 }

export function layout(states: readonly State[], moves: readonly Move[]) {
  const column = columns(states, moves)
  const filled = new Map<number, number>()
  // What goes on stands in the first row, dead ends below it.
  const goesOn = (state: State) => moves.some((move) => move.from === state.code && move.to !== state.code)
  const inOrder = [...states].sort((a, b) => Number(goesOn(b)) - Number(goesOn(a)))
  const boxes = new Map<string, Box>()
  for (const state of inOrder) {
    const at = column.get(state.code) ?? 0
    const row = filled.get(at) ?? 0
    filled.set(at, row + 1)
    boxes.set(state.code, { ...state, x: box.margin + at * box.column, y: box.head + row * box.row })
  }
  let back = 0
  const lines = moves.flatMap((move) => {
    const a = boxes.get(move.from)
    const b = boxes.get(move.to)
    if (!a || !b || a === b) return []
    const forward = b.x > a.x
    const key = `${move.action} ${move.from} ${move.to}`
    return [{ key, label: move.label, ...(forward ? ahead(a, b) : behind(a, b, back++)) }]
  })
  const rows = Math.max(1, ...filled.values())
  const wide = Math.max(...column.values(), 0)
  return {
    boxes: [...boxes.values()],
    lines,
    width: wide * box.column + box.width + 2 * box.margin,
    height: box.head + (rows - 1) * box.row + box.height + box.margin,
  }
}

/** Steps from the first state, each state as near as it can be reached. */
function columns(states: readonly State[], moves: readonly Move[]): Map<string, number> {
  const found = new Map<string, number>()
  let edge = states.slice(0, 1).map((state) => state.code)
  for (let step = 0; edge.length; step++) {
    for (const name of edge) found.set(name, step)
    const next = moves.filter((move) => edge.includes(move.from)).map((move) => move.to)
    edge = [...new Set(next)].filter((name) => !found.has(name))
  }
  return found
}

function ahead(a: Box, b: Box) {
  const [x1, y1] = [a.x + box.width, a.y + box.height / 2]
  const [x2, y2] = [b.x, b.y + box.height / 2]
  const mid = (x1 + x2) / 2
  return { path: `M${x1} ${y1}C${mid} ${y1} ${mid} ${y2} ${x2 - 7} ${y2}`, x: mid, y: (y1 + y2) / 2 - 8 }
}

/** Back over the heads of the boxes; each return a little lower than the one before, so that they can be told apart. */
function behind(a: Box, b: Box, index: number) {
  const [x1, x2] = [a.x + box.width / 2 - 12 * (index % 3), b.x + box.width / 2 + 14 + 12 * (index % 3)]
  const top = 22 + (index % 3) * 17
  return {
    path: `M${x1} ${a.y}V${top + 8}Q${x1} ${top} ${x1 - 8} ${top}H${x2 + 8}Q${x2} ${top} ${x2} ${top + 8}V${b.y - 7}`,
    x: (x1 + x2) / 2,
    y: top - 5,
  }
}
