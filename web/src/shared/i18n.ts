import { ref, shallowRef } from 'vue'

/** Every part of the messages registers its shape here: `interface MessageParts { matter: typeof zh }`. */
export interface MessageParts {
  shared: typeof import('./zh').default
}
type Keys<T> = T extends object ? keyof T & string : never
/** The keys of all parts; a misspelt one does not compile. */
export type MessageKey = Keys<MessageParts[keyof MessageParts]>
export type Language = 'zh-CN' | 'en'
type Table = Readonly<Record<string, string>>

const chinese = new Map<string, string>()
const translations: (() => Promise<{ default: Table }>)[] = []
const english = shallowRef<Map<string, string>>(new Map())

export const language = ref<Language>('zh-CN')

/** Adds a part of the messages. Chinese is part of the page, English is fetched when somebody asks for it. */
export function defineMessages<const T extends Table>(zh: T, en: () => Promise<{ default: Record<keyof T, string> }>) {
  for (const [key, text] of Object.entries(zh)) chinese.set(key, text)
  translations.push(en)
  if (language.value === 'en') void loadEnglish([en])
}

async function loadEnglish(parts: typeof translations) {
  const tables = await Promise.all(parts.map((load) => load()))
  english.value = new Map([...english.value, ...tables.flatMap((table) => Object.entries(table.default))])
}

export async function speak(next: Language) {
  if (next === 'en') await loadEnglish(translations)
  language.value = next
  document.documentElement.lang = next
}

/** The sentence of a key with its `{places}` filled in. */
export function t(key: MessageKey, values?: Record<string, string | number | null | undefined>): string {
  const text = (language.value === 'en' && english.value.get(key)) || chinese.get(key) || key
  return values ? text.replace(/\{(\w+)\}/g, (_: string, name: string) => String(values[name] ?? '')) : text
}

/** For codes that the server may extend before this page learns a word for them. */
export function word(key: string, otherwise: string): string {
  return chinese.has(key) ? t(key as MessageKey) : otherwise
}

declare module 'vue' {
  interface ComponentCustomProperties {
    $t: typeof t
  }
}
