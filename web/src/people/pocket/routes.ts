import type { RouteRecordRaw } from 'vue-router'
import './messages'

export const peopleRoutes: RouteRecordRaw[] = [
  { path: '/record', name: 'record', component: () => import('./MyRecord.vue'), meta: { title: 'record.title' } },
]
