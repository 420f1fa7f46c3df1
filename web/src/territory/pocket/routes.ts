import type { RouteRecordRaw } from 'vue-router'

export const territoryRoutes: RouteRecordRaw[] = [
  { path: '/stations', name: 'stations', component: () => import('./Stations.vue'), meta: { title: 'near.title' } },
  {
    path: '/stations/:id',
    name: 'station',
    component: () => import('./Station.vue'),
    props: true,
    meta: { title: 'station.title' },
  },
]
