import type { RouteRecordRaw } from 'vue-router'
import '../messages'

export const sectionRoutes: RouteRecordRaw[] = [
  {
    path: '/sections',
    name: 'sections',
    component: () => import('./SectionList.vue'),
    meta: { title: 'sections.title', may: 'section.read' },
  },
  {
    path: '/sections/:id',
    name: 'section',
    component: () => import('./SectionDetail.vue'),
    props: true,
    meta: { title: 'section.one', may: 'section.read', parent: 'sections' },
  },
]
