import { shallowRef } from 'vue'
import type { Schemas } from '@/api'

/** The order that was placed a moment ago. Its tracking code is told once and is nowhere kept. */
export const placed = shallowRef<Schemas['OrderPlaced']>()
