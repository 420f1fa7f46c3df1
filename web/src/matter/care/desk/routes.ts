import type { RouteRecordRaw } from 'vue-router'
import '../messages'

export const careRoutes: RouteRecordRaw[] = [
  {
    path: '/care',
    name: 'care-pairs',
    component: () => import('./CareList.vue'),
    meta: { title: 'care.title', may: 'care.read' },
  },
  {
    path: '/care-summary',
    name: 'care-summary',
    component: () => import('./CareSummary.vue'),
    meta: { title: 'care.summary.title', may: 'care.count' },
  },
  {
    path: '/care/:id',
    name: 'care-pair',
    component: () => import('./CareDetail.vue'),
    props: true,
    meta: { title: 'care.one', may: 'care.read', parent: 'care-pairs' },
  },
]
