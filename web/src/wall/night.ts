import { onBeforeUnmount } from 'vue'

/** Minutes since midnight in Beijing. */
const minuteOfDay = (now: Date) => (now.getUTCHours() * 60 + now.getUTCMinutes() + 8 * 60) % 1440
const from = 3 * 60
const hour = 3_600_000

/** Whether a screen that was opened at `opened` begins anew: between three and four, each at its own minute, once. */
export function isTime(now: Date, opened: Date, own: number): boolean {
  const minute = minuteOfDay(now)
  return now.getTime() - opened.getTime() > 2 * hour && minute >= from + own && minute < from + 60
}

/**
 * A screen that hangs for months begins anew every night: it fetches the newest pages, and gives back whatever its
 * browser has piled up. Only while the server answers: an old picture is better than none.
 */
export function useNight(answers: () => boolean, begin = () => location.reload()) {
  const opened = new Date()
  const own = Math.floor(Math.random() * 50)
  const watch = setInterval(() => {
    if (answers() && isTime(new Date(), opened, own)) begin()
  }, 60_000)
  onBeforeUnmount(() => clearInterval(watch))
}
