import { expect, it } from 'vitest'
import { isTime } from './night'

const opened = new Date('2026-11-22T04:00:00Z')
const at = (time: string) => new Date(`2026-11-22T${time}:00Z`)

it('begins anew between three and four at night in Beijing, each screen at its own minute', () => {
  expect(isTime(at('18:59'), opened, 0)).toBe(false)
  expect(isTime(at('19:00'), opened, 0)).toBe(true)
  expect(isTime(at('19:20'), opened, 30)).toBe(false)
  expect(isTime(at('19:31'), opened, 30)).toBe(true)
  expect(isTime(at('20:00'), opened, 30)).toBe(false)
})

it('does so once: what has just begun does not begin again', () => {
  expect(isTime(at('19:05'), at('19:00'), 0)).toBe(false)
})
