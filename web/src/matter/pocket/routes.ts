import type { RouteRecordRaw } from 'vue-router'
import './letters'
import './messages'

export const matterRoutes: RouteRecordRaw[] = [
  { path: '/', name: 'home', component: () => import('./Home.vue'), meta: { tabs: true } },
  { path: '/menu', name: 'menu', component: () => import('./Menu.vue'), meta: { title: 'menu.title' } },
  {
    path: '/menu/:id',
    name: 'menu-item',
    component: () => import('./MenuItem.vue'),
    props: true,
    meta: { title: 'menu.item' },
  },
  { path: '/place', name: 'place', component: () => import('./PlaceOrder.vue'), meta: { title: 'ask.title' } },
  { path: '/placed', name: 'placed', component: () => import('./Placed.vue'), meta: { title: 'placed.title' } },
  {
    path: '/orders',
    name: 'orders',
    component: () => import('./MyOrders.vue'),
    meta: { title: 'mineOrders.title', tabs: true },
  },
  {
    path: '/taking',
    name: 'taking',
    component: () => import('./TeamOrders.vue'),
    meta: { title: 'taking.title', tabs: true },
  },
  {
    path: '/orders/:id',
    name: 'order',
    component: () => import('./Order.vue'),
    props: true,
    meta: { title: 'progress.title' },
  },
]
