import type { Schemas } from '@/api'
import { day, today } from '@/shared/format'
import { t, type MessageKey } from '@/shared/i18n'
import './messages'

export type Pair = Schemas['CareView']
export type Line = Schemas['CareViewLine']
export type Act = Pair['does'][number]
export const needs = [
  'LIVING_ALONE',
  'AGED',
  'EMPTY_NEST',
  'DISABLED',
  'LOW_INCOME',
  'CHILD',
  'ILLNESS',
  'VETERAN',
] as const
export const whys = ['HOUSEHOLD_WISH', 'HOUSEHOLD_AWAY', 'HELPER_AWAY', 'WEATHER'] as const
export const kinds = ['DOOR', 'PHONE', 'VIDEO'] as const
export const minutes = [10, 20, 30, 60] as const

/** 每 2 周 · 周三 · 09:00–11:00 */
export function planText(plan: Schemas['VisitPlan']): string {
  const parts = [t(plan.every === 1 ? `care.each.${plan.unit}` : `care.every.${plan.unit}`, { n: plan.every })]
  if (plan.weekday) parts.push(t(`care.weekday.${plan.weekday}` as MessageKey))
  if (plan.from && plan.until) parts.push(t('mycare.at', { from: plan.from, until: plan.until }))
  return parts.join(' · ')
}

const days = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** 今天 / 还有 3 天 / 超过 2 天 */
export function until(next: string, now = today()): string {
  const left = days(now, next)
  if (left === 0) return t('care.today')
  return left > 0 ? t('care.days.left', { n: left }) : t('care.days.over', { n: -left })
}

/** The lamp as a mark: red a diamond, yellow a ring. */
export function mark(line: Pick<Line, 'next' | 'lamp'>): { label: string; tone: string } | undefined {
  if (!line.next) return undefined
  return {
    label: `${day(line.next)}　${until(line.next)}`,
    tone: line.lamp === 'RED' ? 'bad' : line.lamp === 'YELLOW' ? 'soon' : 'none',
  }
}
