import type { RouteRecordRaw } from 'vue-router'
import '../messages'

export const dutyRoutes: RouteRecordRaw[] = [
  {
    path: '/duty',
    name: 'duty',
    component: () => import('./DutyWeek.vue'),
    meta: { title: 'duty.title', may: 'duty.read' },
  },
]
