import { ref, shallowRef } from 'vue'
import { t } from '@/shared/i18n'
import type { At } from './geo'
import './messages'

export type Trouble = 'denied' | 'unavailable'

/** Asks the browser once where the reader stands. The position stays on this page: it is stored nowhere. */
export function useMe() {
  const at = shallowRef<At>()
  const busy = ref(false)
  const trouble = ref<Trouble>()
  const possible = typeof navigator !== 'undefined' && 'geolocation' in navigator

  function find(): Promise<At | undefined> {
    trouble.value = undefined
    if (!possible) {
      trouble.value = 'unavailable'
      return Promise.resolve(undefined)
    }
    busy.value = true
    return new Promise((done) => {
      const end = (found?: At, why?: Trouble) => {
        busy.value = false
        at.value = found ?? at.value
        trouble.value = why
        done(found)
      }
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => end([coords.longitude, coords.latitude]),
        (failure) => end(undefined, failure.code === failure.PERMISSION_DENIED ? 'denied' : 'unavailable'),
        { enableHighAccuracy: true, timeout: 10_000, maximumAge: 60_000 },
      )
    })
  }
  return { at, busy, trouble, possible, find }
}

/** About how far, as people say it. */
export const distance = (metres: number) =>
  metres < 1000
    ? t('map.metres', { n: Math.max(10, Math.round(metres / 10) * 10) })
    : t('map.kilometres', { n: (metres / 1000).toFixed(1) })

/**
 * Plain links that open a map in its own app or page: only the destination is passed on, never where the reader is, and
 * never from which page he comes.
 */
export function routesTo({ lng, lat }: { lng: number; lat: number }, name: string) {
  const to = `${lng},${lat},${encodeURIComponent(name)}`
  const amap = (mode: string) => `https://uri.amap.com/navigation?to=${to}&mode=${mode}&coordinate=wgs84&callnative=1`
  return { walk: amap('walk'), car: amap('car'), bus: amap('bus'), app: `geo:${lat},${lng}?q=${lat},${lng}` }
}
