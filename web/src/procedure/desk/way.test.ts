import { expect, test } from 'vitest'
import type { Schemas } from '@/api'
import { wayOf } from './way'

const state = (code: string, seldom = false, end = false): Schemas['DiagramState'] => ({
  code,
  label: code,
  tone: 'run',
  end,
  seldom,
})
const states = [
  state('placed'),
  state('accepted'),
  state('done', false, true),
  state('lost', true),
  state('off', true, true),
]
const move = (action: string, from: string, to: string) => ({ action, label: action, from, to, by: [] })
const moves = [
  move('return', 'placed', 'lost'),
  move('accept', 'placed', 'accepted'),
  move('refuse', 'accepted', 'placed'),
  move('refuse', 'accepted', 'off'),
  move('finish', 'accepted', 'done'),
  move('find', 'lost', 'placed'),
]

test('the way has the states that most cases pass, and the act that leads on comes first', () => {
  const { way } = wayOf(states, moves)
  expect(way.map((stop) => stop.state.code)).toEqual(['placed', 'accepted', 'done'])
  expect(way[0]?.exits.map((exit) => [exit.action, exit.on])).toEqual([
    ['accept', true],
    ['return', false],
  ])
})
test('an act that may lead to several states stands once', () => {
  const refuse = wayOf(states, moves).way[1]?.exits.find((exit) => exit.action === 'refuse')
  expect(refuse?.to.map((to) => to.code)).toEqual(['placed', 'off'])
})
test('what is passed seldom stands aside, ends do not', () => {
  expect(wayOf(states, moves).aside.map((stop) => stop.state.code)).toEqual(['lost'])
})
