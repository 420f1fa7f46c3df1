import type { RouteRecordRaw } from 'vue-router'

export const sectionRoutes: RouteRecordRaw[] = [
  {
    path: '/sections',
    name: 'sections',
    component: () => import('./MySections.vue'),
    meta: { title: 'mysections.title' },
  },
  {
    path: '/sections/:id',
    name: 'section',
    component: () => import('./Section.vue'),
    props: true,
    meta: { title: 'mysections.title' },
  },
]
