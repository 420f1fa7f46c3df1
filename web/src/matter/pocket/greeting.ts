import type { MessageKey } from '@/shared/i18n'

/** The greeting of an hour in Beijing. */
export function greeting(now = new Date()): MessageKey {
  const hour = (now.getUTCHours() + 8) % 24
  if (hour < 5 || hour >= 23) return 'greet.night'
  if (hour < 11) return 'greet.morning'
  if (hour < 13) return 'greet.noon'
  return hour < 18 ? 'greet.afternoon' : 'greet.evening'
}
