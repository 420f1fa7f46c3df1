import type { RouteRecordRaw } from 'vue-router'
import '../messages'
import './messages'

export const identityRoutes: RouteRecordRaw[] = [
  {
    path: '/login',
    name: 'login',
    component: () => import('./Login.vue'),
    meta: { title: 'login.title', open: true, bare: true },
  },
  {
    path: '/first-password',
    name: 'first-password',
    component: () => import('./FirstPassword.vue'),
    meta: { title: 'first.title', bare: true },
  },
  {
    path: '/second-factor',
    name: 'second-factor',
    component: () => import('./SecondFactor.vue'),
    meta: { title: 'factor.title', bare: true },
  },
  { path: '/me', name: 'me', component: () => import('./Me.vue'), meta: { title: 'my.title' } },
  { path: '/looks', name: 'looks', component: () => import('./Looks.vue'), meta: { title: 'looks.title' } },
  {
    path: '/accounts',
    name: 'accounts',
    component: () => import('./AccountList.vue'),
    meta: { title: 'accounts.title', may: 'account.read' },
  },
  {
    path: '/accounts/:id',
    name: 'account',
    component: () => import('./AccountDetail.vue'),
    props: true,
    meta: { title: 'account.title', may: 'account.read', parent: 'accounts' },
  },
  {
    path: '/roles',
    name: 'roles',
    component: () => import('./Roles.vue'),
    meta: { title: 'roles.title', may: 'role.read' },
  },
  {
    path: '/settings',
    name: 'settings',
    component: () => import('./Settings.vue'),
    meta: { title: 'settings.title', may: 'setting.edit' },
  },
  {
    path: '/journal',
    name: 'journal',
    component: () => import('./JournalList.vue'),
    meta: { title: 'journal.title', may: 'journal.read' },
  },
  {
    path: '/journal/:id',
    name: 'journal-entry',
    component: () => import('./JournalEntry.vue'),
    props: true,
    meta: { title: 'journal.entry', may: 'journal.read', parent: 'journal' },
  },
  {
    path: '/seals',
    name: 'seals',
    component: () => import('./Seals.vue'),
    meta: { title: 'seals.title', may: 'journal.read' },
  },
]
