import { onBeforeUnmount, ref, shallowReactive } from 'vue'
import { preferences } from '../preferences'

/** A single key, or two one after the other (`g o`), what it does in words, and the doing. */
export interface Key {
  on: string
  says: string
  run: () => unknown
}
interface Group {
  says: string
  keys: () => Key[]
}
const groups = shallowReactive<Group[]>([])
/** The keys of the page that is open, for the page that lists them. */
export const keysNow = () => groups.map(({ says, keys }) => ({ says, keys: keys() })).filter((each) => each.keys.length)
export const keysShown = ref(false)

/** Keys that hold while the component is there. */
export function useKeys(says: string, keys: () => Key[]) {
  const group = { says, keys }
  groups.push(group)
  onBeforeUnmount(() => void groups.splice(groups.indexOf(group), 1))
}

const typed =
  'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true], [role=combobox], [role=listbox], [role=menu]'
/** Whether somebody writes, composes, gives the browser an order, or has a form open over the page. */
function meant(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return false
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  if (event.target instanceof Element && event.target.closest(typed)) return false
  return ![...document.querySelectorAll<HTMLElement>('.el-overlay, dialog[open]')].some(
    (each) => getComputedStyle(each).display !== 'none',
  )
}

const pause = 1200
let first = ''
let begun = 0

/** Answers a key that was pressed; the page that was opened last goes first. */
export function press(event: KeyboardEvent, now = Date.now()) {
  if (!preferences.keys || !meant(event)) return
  const key = event.key.length === 1 && !event.shiftKey ? event.key.toLowerCase() : event.key
  const known = groups.flatMap(({ keys }) => keys()).reverse()
  const both = first && now - begun < pause ? `${first} ${key}` : ''
  first = ''
  const found = (both && known.find((each) => each.on === both)) || known.find((each) => each.on === key)
  if (found) {
    event.preventDefault()
    found.run()
  } else if (known.some((each) => each.on.startsWith(`${key} `))) {
    first = key
    begun = now
  }
}
