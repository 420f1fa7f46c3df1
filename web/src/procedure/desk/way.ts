import type { Schemas } from '@/api'

type State = Schemas['DiagramState']
type Move = Schemas['DiagramMove']

/** An act that leads away from a state: on along the way, or to where it says. */
export interface Exit {
  action: string
  label: string
  by: string[]
  to: State[]
  on: boolean
}
export interface Stop {
  state: State
  exits: Exit[]
}

/**
 * A procedure as a way: the states that most cases pass, each with the acts that lead away from it, the one that leads on
 * first; apart from them the states that are passed seldom. Ends off the way only stand where something leads to them.
 */
export function wayOf(states: readonly State[], moves: readonly Move[]): { way: Stop[]; aside: Stop[] } {
  const along = states.filter((state) => !state.seldom)
  const stop = (state: State): Stop => {
    const following = along[along.indexOf(state) + 1]
    const exits = exitsOf(state, states, moves)
    for (const exit of exits) exit.on = along.includes(state) && !!following && exit.to.includes(following)
    return { state, exits: exits.sort((a, b) => Number(b.on) - Number(a.on)) }
  }
  return {
    way: along.map(stop),
    aside: states.filter((state) => state.seldom && !state.end).map(stop),
  }
}

/** An act stands once, whatever the number of states to which it may lead. */
function exitsOf(from: State, states: readonly State[], moves: readonly Move[]): Exit[] {
  const some = new Map<string, Exit>()
  for (const move of moves) {
    const to = states.find((state) => state.code === move.to)
    if (move.from !== from.code || !to) continue
    const exit = some.get(move.action) ?? { action: move.action, label: move.label, by: move.by, to: [], on: false }
    exit.to.push(to)
    some.set(move.action, exit)
  }
  return [...some.values()]
}
