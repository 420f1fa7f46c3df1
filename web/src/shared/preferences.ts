import { reactive, watchEffect } from 'vue'
import { speak, type Language } from './i18n'

const key = 'lianlin.preferences'

interface Preferences {
  elder: boolean
  compact: boolean
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

/** How this person likes to read: kept on this device and applied to every page by attributes of the document. */
export const preferences = reactive<Preferences>({
  elder: false,
  compact: false,
  night: false,
  language: 'zh-CN',
  ...remembered(),
})

export function applyPreferences(root = document.documentElement) {
  watchEffect(() => {
    root.toggleAttribute('data-elder', preferences.elder)
    if (preferences.compact && !preferences.elder) root.dataset.density = 'compact'
    else delete root.dataset.density
    if (preferences.night) root.dataset.theme = 'night'
    else delete root.dataset.theme
    void speak(preferences.language)
    try {
      localStorage.setItem(key, JSON.stringify(preferences))
    } catch {
      // A browser that keeps nothing still shows the page as asked.
    }
  })
}
