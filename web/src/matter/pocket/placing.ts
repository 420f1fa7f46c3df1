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

/** What people say of each kind of help. A word decides only as long as nobody has chosen. */
const words: [Category, RegExp][] = [
  [
    'REPAIR',
    /漏|水管|水龙头|马桶|下水|堵|电灯|灯不亮|电线|插座|开关|门锁|门窗|窗户|家电|空调|冰箱|洗衣机|燃气灶|维修|修/,
  ],
  ['CARE', /陪|照看|照护|探望|老人|独居|买菜|买药|代购|轮椅|做饭|理发|打扫/],
  ['HEALTH', /血压|血糖|量体温|义诊|体检|看病|医院|康复|用药|打针/],
  ['SAFETY', /隐患|危险|电动车|飞线|消防|楼道|井盖|松动|坠落|高空|堆放/],
  ['STUDY', /作业|辅导|功课|补课|学习|托管|阅读/],
  ['AGENCY', /代办|医保|社保|低保|证明|申请|补贴|材料|政策|办证/],
  ['CULTURE', /唱歌|跳舞|书法|合唱|下棋|活动|讲座|比赛|演出/],
]
export const guess = (text: string): Category | undefined => words.find(([, pattern]) => pattern.test(text))?.[0]

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
