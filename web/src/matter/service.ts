import type { Schemas } from '@/api'
import { t } from '@/shared/i18n'
import './messages'

/** 免费 / 30 元 / 12.50 元 */
export function price(cents: number): string {
  if (cents === 0) return t('service.free')
  return t('service.price', { n: cents % 100 ? (cents / 100).toFixed(2) : cents / 100 })
}

/** 约 40 分钟 / 约 2 小时 / 约 1.5 小时 */
export function duration(minutes: number): string {
  if (minutes < 120 && minutes !== 60 && minutes !== 90) return t('service.minutes', { n: minutes })
  return t('service.hours', { n: Math.round(minutes / 6) / 10 })
}

/** 近半年 12 次 · 满意度 4.8; nothing where nobody was served yet. */
export function proof(served: number, rating?: number | null): string {
  if (!served) return ''
  const times = t('service.served', { n: served })
  return rating ? `${times} · ${t('service.rating', { n: rating.toFixed(1) })}` : times
}

export type Card = Schemas['MenuItemCard']
export interface Kind {
  code: string
  label: string
  cards: Card[]
}

/** The menu by kinds, the fullest first; inside a kind what is nearest, then what was given most. */
export function byKind(cards: Card[]): Kind[] {
  const kinds = new Map<string, Kind>()
  for (const card of cards) {
    const { code, label } = card.category
    const kind = kinds.get(code) ?? { code, label, cards: [] }
    kind.cards.push(card)
    kinds.set(code, kind)
  }
  for (const { cards } of kinds.values()) cards.sort((a, b) => b.area.localeCompare(a.area) || b.served - a.served)
  return [...kinds.values()].sort((a, b) => b.cards.length - a.cards.length)
}
