import type { RouteRecordRaw } from 'vue-router'
import './messages'

export const peopleRoutes: RouteRecordRaw[] = [
  {
    path: '/members',
    name: 'members',
    component: () => import('./MemberList.vue'),
    meta: { title: 'members.title', may: 'member.read' },
  },
  {
    path: '/members/import/:id?',
    name: 'member-import',
    component: () => import('./MemberImport.vue'),
    props: true,
    meta: { title: 'members.import', may: 'member.import', parent: 'members' },
  },
  {
    path: '/members/:id',
    name: 'member',
    component: () => import('./MemberDetail.vue'),
    props: true,
    meta: { title: 'member.title', may: 'member.read', parent: 'members' },
  },
]
