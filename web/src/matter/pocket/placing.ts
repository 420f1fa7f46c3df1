import type { Schemas } from '@/api'
import { today } from '@/shared/format'

type Category = NonNullable<Schemas['NewOrder']['category']>
type Priority = NonNullable<Schemas['NewOrder']['priority']>

/** What is asked of somebody who needs help. */
export interface Wish {
  category: Category | ''
  /** The service of the menu that is ordered, and the group of the orderer that it serves first. */
  item?: { id: string; title: string }
  priority: Priority | ''
  /** The beginning of the slot, where the service is by appointment. */
  slot?: string
  text: string
  when: 'any' | 'tomorrow' | 'after' | 'day'
  day: string
  persons: string
  address: string
}
export const emptyWish = (): Wish => ({
  category: '',
  priority: '',
  text: '',
  when: 'any',
  day: '',
  persons: '',
  address: '',
})

/** The part of a wish that may stay on the phone: nobody's name, number, address or family. */
export function keepable({ category, text, when, day, persons }: Wish): Partial<Wish> {
  return { category, text, when, day, persons }
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

export function toDraft(wish: Wish, area: string, now = new Date()): Schemas['NewOrder'] {
  return {
    title: wish.text.trim() ? titleOf(wish.text) : (wish.item?.title ?? ''),
    detail: wish.text.trim(),
    ...(wish.item ? { item: wish.item.id } : wish.category ? { category: wish.category } : {}),
    ...(wish.item && wish.priority ? { priority: wish.priority } : {}),
    area,
    channel: 'APP',
    ...(wish.slot ? { slot: wish.slot } : {}),
    ...(!wish.slot && wantedOn(wish, now) ? { wantedOn: wantedOn(wish, now) } : {}),
    ...(wish.persons ? { persons: Number(wish.persons) } : {}),
    ...(wish.address.trim() ? { address: wish.address.trim() } : {}),
  }
}
