import { t } from '@/shared/i18n'

const plain = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 })
/** 1,286 or 93.4 */
export const figure = (value: number) => plain.format(value)

/** 30 小时, from two days on in days */
export const hours = (n: number) =>
  n < 48 ? t('time.hours', { n: Math.max(1, Math.round(n)) }) : t('time.days', { n: Math.round(n / 24) })

const zone = 'Asia/Shanghai'
const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const exact = new Intl.DateTimeFormat('zh-CN', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})
/** 10:25 */
export const minute = (at: string | Date) => clock.format(new Date(at))
/** 10:25:05 */
export const second = (at: string | Date) => exact.format(new Date(at))

/** 11月22日 星期日 */
export function date(at: Date, language: string): string {
  const day = new Intl.DateTimeFormat(language, { timeZone: zone, month: 'long', day: 'numeric' }).format(at)
  return `${day} ${new Intl.DateTimeFormat(language, { timeZone: zone, weekday: 'long' }).format(at)}`
}
