import { shallowRef } from 'vue'

/** A password that was just made for somebody: shown once, on the page of the account, until that page is left. */
export const handed = shallowRef<{ account: string; password: string }>()
