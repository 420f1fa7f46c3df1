import { computed, ref, shallowRef } from 'vue'
import { language } from '@/shared/i18n'

/** Reads a page aloud with a voice that is on this phone: voices from elsewhere would be told what stands on it. */
const voices = shallowRef<SpeechSynthesisVoice[]>([])
const speech = 'speechSynthesis' in globalThis ? globalThis.speechSynthesis : undefined
const take = () => (voices.value = speech?.getVoices() ?? [])
take()
speech?.addEventListener?.('voiceschanged', take)

const voice = computed(() => {
  const tongue = language.value === 'en' ? /^en/i : /^(zh|cmn)[-_]?(cn|hans)?/i
  return voices.value.find((each) => each.localService && tongue.test(each.lang))
})
export const readable = computed(() => !!voice.value)
export const reading = ref(false)

/** Long texts are read sentence by sentence: some browsers stop in the middle of a long one. */
export const sentences = (text: string) =>
  (text.match(/[^。！？；.!?;\n]+[。！？；.!?;]*/g) ?? []).map((each) => each.trim()).filter(Boolean)

export function readAloud(of: HTMLElement | null) {
  hush()
  if (!speech || !of) return
  const parts = sentences(of.innerText)
  reading.value = parts.length > 0
  parts.forEach((text, n) => {
    const said = new SpeechSynthesisUtterance(text)
    said.voice = voice.value ?? null
    said.lang = voice.value?.lang ?? 'zh-CN'
    said.rate = 0.9
    if (n === parts.length - 1) said.onend = () => (reading.value = false)
    speech.speak(said)
  })
}
export function hush() {
  speech?.cancel()
  reading.value = false
}
