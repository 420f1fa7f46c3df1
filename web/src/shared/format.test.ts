import { expect, test } from 'vitest'
import './messages'
import { day, dueText, fullDay, moment, period, stamp, today, within } from './format'

const now = new Date('2026-11-22T02:00:00Z')
const in_ = (hours: number) => new Date(now.getTime() + hours * 3_600_000).toISOString()

test('everybody reads the clock of Beijing', () => {
  expect(moment('2026-11-21T17:30:00Z', now)).toBe('11月22日 01:30')
  expect(stamp('2026-12-31T16:00:00Z')).toBe('2027-01-01 00:00')
  expect(today(new Date('2026-11-21T16:30:00Z'))).toBe('2026-11-22')
  expect(fullDay('2026-11-22T00:00:00+08:00')).toBe('2026年11月22日')
})

test('a day is a day, wherever the browser stands, and tells its year when it is another', () => {
  expect(day('2026-11-22', now)).toBe('11月22日')
  expect(day('1998-07-01', now)).toBe('1998年7月1日')
  expect(day(null)).toBe('—')
})

test.each([
  [9, 'YELLOW', '剩 9 小时', 'soon'],
  [47, 'GREEN', '剩 47 小时', 'none'],
  [72, 'GREEN', '剩 3 天', 'none'],
  [-30, 'RED', '超时 30 小时', 'bad'],
  [-72, 'RED', '超时 3 天', 'bad'],
  [0.5, 'YELLOW', '剩 30 分钟', 'soon'],
  [20, undefined, '剩 20 小时', 'soon'],
] as const)('what is due in %s hours at lamp %s reads %s', (hours, lamp, text, tone) => {
  expect(dueText(in_(hours), lamp, now.getTime())).toEqual({ text, tone })
})

test('a period says what is open and does not repeat the day', () => {
  const year = new Date().getFullYear()
  expect(period(`${year}-03-01`, null)).toBe('3月1日起')
  expect(period(`${year}-03-01`, `${year}-05-31`)).toBe('3月1日 – 5月31日')
  expect(period(`${year}-03-01T09:00:00+08:00`, `${year}-03-01T11:30:00+08:00`)).toBe('3月1日 09:00–11:30')
})
test('a period over more than one year names both years', () => {
  expect(period('2023-06-01', `${today().slice(0, 4)}-05-31`)).toMatch(/^2023年6月1日 – \d{4}年5月31日$/)
})
test('a path says no more than its reader needs', () => {
  expect(within('祖庙街道 · 培德社区 · 第4网格', '祖庙街道')).toBe('培德社区 · 第4网格')
  expect(within('祖庙街道 · 培德社区', '培德社区')).toBe('培德社区')
  expect(within('祖庙街道 · 培德社区', '培德社区党委')).toBe('祖庙街道 · 培德社区')
})
