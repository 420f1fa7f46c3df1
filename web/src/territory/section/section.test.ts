import { expect, it } from 'vitest'
import { toMend, type Section } from './section'

const entry = (id: string, verdict?: string) =>
  ({ id, heldOn: '2026-11-20', by: '陈', ...(verdict ? { verdict: { code: verdict, label: verdict } } : {}) }) as never
const section = (verdict: string | undefined, ...entries: never[]) =>
  ({ line: { verdict: verdict && { code: verdict, label: verdict } }, entries }) as unknown as Section

it('says what the last check found as long as it is to be mended', () => {
  const found = toMend(section('TO_MEND', entry('c'), entry('b', 'TO_MEND'), entry('a', 'TO_MEND')))
  expect(found?.id).toBe('b')
  expect(toMend(section('IN_ORDER', entry('b', 'IN_ORDER'), entry('a', 'TO_MEND')))).toBeUndefined()
  expect(toMend(section(undefined, entry('a')))).toBeUndefined()
})
