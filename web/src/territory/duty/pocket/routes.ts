import type { RouteRecordRaw } from 'vue-router'

export const dutyRoutes: RouteRecordRaw[] = [
  { path: '/duty', name: 'duty', component: () => import('./MyDuty.vue'), meta: { title: 'duty.mine' } },
]
