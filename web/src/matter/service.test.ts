import { expect, it } from 'vitest'
import { byKind, duration, price, proof, type Card } from './service'

it('says what a service costs', () => {
  expect(price(0)).toBe('免费')
  expect(price(3000)).toBe('30 元')
  expect(price(1250)).toBe('12.50 元')
})

it('says how long it takes as people say it', () => {
  expect(duration(45)).toBe('约 45 分钟')
  expect(duration(60)).toBe('约 1 小时')
  expect(duration(90)).toBe('约 1.5 小时')
  expect(duration(240)).toBe('约 4 小时')
})

it('says how often it was given, and nothing where it never was', () => {
  expect(proof(0, null)).toBe('')
  expect(proof(12, null)).toBe('近半年服务 12 次')
  expect(proof(12, 4.85)).toBe('近半年服务 12 次 · 满意度 4.8')
})

it('puts the menu in order: the fullest kind first, in it what is nearest and most given', () => {
  const card = (title: string, code: string, area: string, served: number) =>
    ({ title, category: { code, label: code }, area, served }) as Card
  const kinds = byKind([
    card('全区义诊', 'HEALTH', '440604000000', 9),
    card('修灯', 'REPAIR', '440604001003', 1),
    card('社区测血压', 'HEALTH', '440604001003', 2),
    card('社区推拿', 'HEALTH', '440604001003', 5),
  ])
  expect(kinds.map((kind) => kind.code)).toEqual(['HEALTH', 'REPAIR'])
  expect(kinds[0]!.cards.map((each) => each.title)).toEqual(['社区推拿', '社区测血压', '全区义诊'])
})
