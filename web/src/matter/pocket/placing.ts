import type { Schemas } from '@/api'
import { today } from '@/shared/format'

/** What is asked of somebody who needs help. */
export interface Wish {
  category: string
  text: string
  item: string
  when: 'any' | 'tomorrow' | 'after' | 'day'
  day: string
  persons: string
  address: string
  other: boolean
  name: string
  phone: string
}
export const emptyWish = (): Wish => ({
  category: '',
  text: '',
  item: '',
  when: 'any',
  day: '',
  persons: '',
  address: '',
  other: false,
  name: '',
  phone: '',
})

/** The part of a wish that may stay on the phone: nobody's name, number or address. */
export function keepable({ category, text, item, when, day, persons }: Wish): Partial<Wish> {
  return { category, text, item, when, day, persons }
}

const longest = 40

/** The first sentence stands for the whole in lists; the whole stays the detail. */
export function titleOf(text: string): string {
  const first = text
    .trim()
    .split(/[。！？!?；;\n]/)[0]!
    .trim()
  if (first.length <= longest) return first || text.trim().slice(0, longest)
  const clause = first.slice(0, longest).match(/^(.{8,})[，,、 ]/)?.[1]
  return clause ?? `${first.slice(0, longest - 1)}…`
}

/** The day somebody meant, as the calendar of Beijing has it. */
export function wantedOn({ when, day }: Wish, now = new Date()): string | undefined {
  if (when === 'day') return day || undefined
  if (when === 'any') return undefined
  return today(new Date(now.getTime() + (when === 'tomorrow' ? 1 : 2) * 86_400_000))
}

export function toDraft(wish: Wish, area: string, now = new Date()): Schemas['ServiceOrderDraft'] {
  return {
    title: titleOf(wish.text),
    detail: wish.text.trim(),
    category: wish.category,
    area,
    channel: 'APP',
    ...(wish.item ? { item: wish.item } : {}),
    ...(wantedOn(wish, now) ? { wantedOn: wantedOn(wish, now) } : {}),
    ...(wish.persons ? { persons: Number(wish.persons) } : {}),
    ...(wish.address.trim() ? { address: wish.address.trim() } : {}),
    ...(wish.other ? { contact: { name: wish.name.trim(), phone: wish.phone.trim() } } : {}),
  }
}
