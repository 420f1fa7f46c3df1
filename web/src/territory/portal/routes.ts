import type { RouteRecordRaw } from 'vue-router'
import './messages'

export const territoryRoutes: RouteRecordRaw[] = [
  { path: '/stations', name: 'stations', component: () => import('./Stations.vue') },
  { path: '/stations/:id', name: 'station', component: () => import('./Station.vue'), props: true },
]
