import type { RouteRecordRaw } from 'vue-router'
import './messages'

export const organizationRoutes: RouteRecordRaw[] = [
  {
    path: '/organizations',
    name: 'organizations',
    component: () => import('./OrganizationList.vue'),
    meta: { title: 'organizations.title', may: 'organization.read' },
  },
  {
    path: '/organizations/import/:id?',
    name: 'organization-import',
    component: () => import('./OrganizationImport.vue'),
    props: true,
    meta: { title: 'organizations.import', may: 'organization.import', parent: 'organizations' },
  },
  {
    path: '/organizations/:id',
    name: 'organization',
    component: () => import('./OrganizationDetail.vue'),
    props: true,
    meta: { title: 'organization.title', may: 'organization.read', parent: 'organizations' },
  },
]
