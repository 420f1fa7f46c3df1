import { defineAsyncComponent } from 'vue'
import './messages'

/** Leaflet and its styles come only with the first page that shows a map. */
export const MapView = defineAsyncComponent(() => import('./MapView.vue'))
export const StationMap = defineAsyncComponent(() => import('./StationMap.vue'))
export { default as ScopeMap } from './ScopeMap.vue'
export {
  areaOf,
  boxOf,
  cornersIn,
  cornersOf,
  polygonOf,
  positionsOf,
  written,
  type At,
  type Part,
  type Shape,
} from './geo'
export { useMe, distance, routesTo } from './me'
export type { Spot } from './MapView.vue'
