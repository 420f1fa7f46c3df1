import type { RouteRecordRaw } from 'vue-router'
import './messages'

export const procedureRoutes: RouteRecordRaw[] = [
  {
    path: '/procedures',
    name: 'procedures',
    component: () => import('./Procedures.vue'),
    meta: { title: 'procedures.title', may: 'procedure.read' },
  },
]
