import { ref } from 'vue'

/** An order that was placed without a line has arrived; its number and code have not been looked at. */
export const placedUnseen = ref(false)
