import { reactive, watch, watchEffect } from 'vue'
import { session as client } from '@/api'
import { speak, type Language } from './i18n'

const key = 'lianlin.preferences'

export interface Preferences {
  elder: boolean
  compact: boolean
  /** Single keys move through lists and act; off for those whom a stray key would disturb (WCAG 2.1.4). */
  keys: boolean
  night: boolean
  language: Language
}

function remembered(): Partial<Preferences> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Preferences>
  } catch {
    return {}
  }
}

/** How this person likes to read: kept on this device and, for whoever is signed in, with the account. */
export const preferences = reactive<Preferences>({
  elder: false,
  compact: false,
  keys: true,
  night: false,
  language: 'zh-CN',
  ...remembered(),
})

/** Pages and server speak one language from here on. */
export function say(language: Language): Promise<void> {
  client.language = language
  return speak(language)
}

/** Applied to every page by attributes of the document; done when the first language is there. */
export function applyPreferences(root = document.documentElement): Promise<void> {
  watchEffect(() => {
    root.toggleAttribute('data-elder', preferences.elder)
    if (preferences.compact && !preferences.elder) root.dataset.density = 'compact'
    else delete root.dataset.density
    if (preferences.night) root.dataset.theme = 'night'
    else delete root.dataset.theme
    try {
      localStorage.setItem(key, JSON.stringify(preferences))
    } catch {
      // A browser that keeps nothing still shows the page as asked.
    }
  })
  watch(
    () => preferences.language,
    (language) => void say(language),
  )
  return say(preferences.language)
}
