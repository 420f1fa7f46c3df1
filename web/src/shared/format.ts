import { language, t } from './i18n'

const hour = 3_600_000

/**
 * Everybody reads the clock of Beijing, wherever the browser stands. It is eight hours ahead the whole year; asking the
 * browser's calendar for it costs a phone some 30 ms at the start.
 */
const ahead = 8 * hour
function clock(at: string | Date) {
  const found = new Date(new Date(at).getTime() + ahead).toISOString()
  return { year: found.slice(0, 4), month: found.slice(5, 7), day: found.slice(8, 10), time: found.slice(11, 16) }
}

const dayOf = (at: string) => clock(at.length === 10 ? `${at}T12:00:00+08:00` : at)

/** 11月21日, with the year when it is not this one. Takes a moment or a plain day. */
export function day(at: string | null | undefined, now = new Date()): string {
  if (!at) return '—'
  const c = dayOf(at)
  const here = c.year === clock(now).year
  if (language.value === 'en') return here ? `${c.month}-${c.day}` : `${c.year}-${c.month}-${c.day}`
  return `${here ? '' : `${c.year}年`}${Number(c.month)}月${Number(c.day)}日`
}

/** 11月21日 09:40 */
export const moment = (at: string | null | undefined, now = new Date()) =>
  at ? `${day(at, now)} ${clock(at).time}` : '—'

/** 2026-11-21 09:40: for registers, where the figures stand below each other. */
export function stamp(at: string | null | undefined): string {
  if (!at) return '—'
  const c = clock(at)
  return `${c.year}-${c.month}-${c.day} ${c.time}`
}

/** 2026年11月22日: for papers and for what lies years back. */
export function fullDay(at: string | Date): string {
  const c = clock(at)
  if (language.value === 'en') return `${c.year}-${c.month}-${c.day}`
  return `${c.year}年${Number(c.month)}月${Number(c.day)}日`
}

/** Today in Beijing as YYYY-MM-DD, the value of a date field. */
export function today(now = new Date()): string {
  const c = clock(now)
  return `${c.year}-${c.month}-${c.day}`
}

/** 11月21日 09:00–11:30, or both days when they differ, with both years when these differ. An open end says so. */
export function period(starts: string | null | undefined, ends: string | null | undefined): string {
  if (!starts) return ends ? t('time.until', { day: day(ends) }) : '—'
  if (!ends) return t('time.since', { day: day(starts) })
  const other = dayOf(starts).year === dayOf(ends).year ? new Date() : new Date(0)
  if (starts.length === 10 || day(starts) !== day(ends)) return `${day(starts, other)} – ${day(ends, other)}`
  return `${moment(starts)}–${clock(ends).time}`
}

/** A path of places without what its reader stands in anyway: 祖庙街道 · 培德社区 is 培德社区 to the street. */
export function within(path: string, here: string | null | undefined): string {
  const parts = path.split(' · ')
  const at = here ? parts.indexOf(here) : -1
  return parts.slice(Math.min(at + 1, parts.length - 1)).join(' · ')
}

export type Lamp = 'GREEN' | 'YELLOW' | 'RED' | null | undefined

/** 剩 9 小时 / 超时 30 小时: what is left counts, not the date. The server's lamp decides the tone where it says one. */
export function dueText(due: string, lamp?: Lamp, now = Date.now()): { text: string; tone: 'bad' | 'soon' | 'none' } {
  const left = Date.parse(due) - now
  const size = Math.abs(left)
  const amount =
    size < hour
      ? t('time.minutes', { n: Math.max(1, Math.round(size / 60_000)) })
      : size < 48 * hour
        ? t('time.hours', { n: Math.round(size / hour) })
        : t('time.days', { n: Math.round(size / 24 / hour) })
  if (left < 0) return { text: t('time.overdue', { amount }), tone: 'bad' }
  const soon = lamp ? lamp !== 'GREEN' : left <= 24 * hour
  return { text: t('time.left', { amount }), tone: soon ? 'soon' : 'none' }
}

export const count = (n: number | null | undefined) => (n === null || n === undefined ? '—' : n.toLocaleString('en-US'))

/** The server counts what waits up to 1,000; it says null where there is more. */
export const counted = (n: number | null | undefined) => (n === null ? '1,000+' : n?.toLocaleString('en-US'))
