import { onBeforeUnmount, onMounted } from 'vue'
import { isArrow, isBack, type Arrow } from './field'

/** Arrows lead from place to place, back leads out: of a keyboard and of a remote control. */
export function useKeys(arrow: (key: Arrow) => void, back: () => void) {
  function press(event: KeyboardEvent) {
    if (event.target instanceof HTMLInputElement) return
    if (isBack(event)) {
      event.preventDefault()
      back()
    } else if (isArrow(event.key)) {
      event.preventDefault()
      arrow(event.key)
    }
  }
  onMounted(() => window.addEventListener('keydown', press))
  onBeforeUnmount(() => window.removeEventListener('keydown', press))
}
