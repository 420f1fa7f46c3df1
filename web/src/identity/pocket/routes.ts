import type { RouteRecordRaw } from 'vue-router'
import '../messages'
import './messages'

export const identityRoutes: RouteRecordRaw[] = [
  { path: '/enter', name: 'enter', component: () => import('./Enter.vue'), meta: { title: 'enter.title', open: true } },
  { path: '/join', name: 'join', component: () => import('./Join.vue'), meta: { title: 'join.title', open: true } },
  { path: '/me', name: 'me', component: () => import('./Me.vue'), meta: { title: 'mine.title', tabs: true } },
  { path: '/password', name: 'password', component: () => import('./Password.vue'), meta: { title: 'secret.title' } },
  {
    path: '/second-factor',
    name: 'second-factor',
    component: () => import('./SecondFactor.vue'),
    meta: { title: 'factor.title' },
  },
  { path: '/looks', name: 'looks', component: () => import('./Looks.vue'), meta: { title: 'seen.title' } },
]
