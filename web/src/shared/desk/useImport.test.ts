import { expect, test } from 'vitest'
import { importSteps, stepOf } from './useImport'
import type { Schemas } from '@/api'

const run = (state: Schemas['ImportBatch']['state']) => ({ state }) as Schemas['ImportBatch']

test.each([
  ['RECEIVED', 'check'],
  ['CHECKING', 'check'],
  ['CHECKED', 'mend'],
  ['REJECTED', 'mend'],
  ['CANCELLED', 'mend'],
  ['CONFIRMED', 'write'],
  ['APPLYING', 'write'],
] as const)('an import that is %s stands at the step %s', (state, step) => {
  expect(importSteps[stepOf(run(state))]).toBe(step)
})
test('begins at the file and has no step left when all is written', () => {
  expect(importSteps[stepOf(undefined)]).toBe('file')
  expect(stepOf(run('APPLIED'))).toBe(importSteps.length)
})
