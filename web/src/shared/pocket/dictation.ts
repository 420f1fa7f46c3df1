import { computed, onBeforeUnmount, ref } from 'vue'
import { t } from '@/shared/i18n'

/** What the browser has, of which the language's own library knows nothing yet. */
interface Recognition {
  lang: string
  interimResults: boolean
  processLocally?: boolean
  onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void) | null
  onerror: ((event: { error: string }) => void) | null
  onend: (() => void) | null
  start: () => void
  stop: () => void
  abort: () => void
}
interface RecognitionKind {
  new (): Recognition
  available?: (wanted: { langs: string[]; processLocally: boolean }) => Promise<string>
}
const kind = () => {
  const known = globalThis as { SpeechRecognition?: RecognitionKind; webkitSpeechRecognition?: RecognitionKind }
  return known.SpeechRecognition ?? known.webkitSpeechRecognition
}
const tongue = 'zh-CN'

/**
 * Speaking instead of writing, where the browser can. Most browsers have their maker's servers listen; that is said
 * before anything is spoken. We get the text alone.
 */
export function useDictation(heard: (text: string) => void) {
  const Kind = kind()
  const listening = ref(false)
  const local = ref(false)
  const fault = ref('')
  let now: Recognition | undefined
  void Kind?.available?.({ langs: [tongue], processLocally: true })
    .then((state) => (local.value = state === 'available'))
    .catch(() => undefined)

  function start() {
    if (!Kind) return
    fault.value = ''
    now = new Kind()
    now.lang = tongue
    now.interimResults = false
    if (local.value) now.processLocally = true
    now.onresult = ({ results }) => heard(Array.from(results, (each) => each[0]?.transcript ?? '').join(''))
    now.onerror = ({ error }) => {
      if (error === 'aborted') return
      fault.value = error === 'not-allowed' ? t('dictate.refused') : t('dictate.failed')
    }
    now.onend = () => (listening.value = false)
    try {
      now.start()
      listening.value = true
    } catch {
      fault.value = t('dictate.failed')
    }
  }
  const stop = () => now?.stop()
  onBeforeUnmount(() => now?.abort())
  const where = computed(() => (local.value ? t('dictate.here') : t('dictate.there')))
  return { able: !!Kind, listening, where, fault, toggle: () => (listening.value ? stop() : start()) }
}
