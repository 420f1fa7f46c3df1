import type { RouteRecordRaw } from 'vue-router'

export const careRoutes: RouteRecordRaw[] = [
  { path: '/care', name: 'care', component: () => import('./MyCare.vue'), meta: { title: 'mycare.title' } },
  {
    path: '/care/:id',
    name: 'care-pair',
    component: () => import('./CarePair.vue'),
    props: true,
    meta: { title: 'care.one' },
  },
]
