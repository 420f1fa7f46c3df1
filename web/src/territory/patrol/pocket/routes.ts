import type { RouteRecordRaw } from 'vue-router'

export const patrolRoutes: RouteRecordRaw[] = [
  { path: '/patrol', name: 'patrol', component: () => import('./WritePatrol.vue'), meta: { title: 'patrol.title' } },
]
