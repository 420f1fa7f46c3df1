import type { RouteRecordRaw } from 'vue-router'
import './messages'

export const matterRoutes: RouteRecordRaw[] = [
  { path: '/menu', name: 'menu', component: () => import('./Menu.vue') },
  { path: '/menu/:id', name: 'menu-item', component: () => import('./MenuItem.vue'), props: true },
]
