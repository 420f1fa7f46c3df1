import type { RouteRecordRaw } from 'vue-router'
import './messages'

export const matterRoutes: RouteRecordRaw[] = [
  {
    path: '/work',
    name: 'work',
    component: () => import('./Work.vue'),
    meta: { title: 'work.title', may: 'case.read' },
  },
  {
    path: '/orders',
    name: 'orders',
    component: () => import('./OrderList.vue'),
    meta: { title: 'orders.title', may: 'order.read' },
  },
  {
    path: '/orders/:id',
    name: 'order',
    component: () => import('./OrderDetail.vue'),
    props: true,
    meta: { title: 'order.title', may: 'order.read', parent: 'orders' },
  },
  {
    path: '/menu',
    name: 'items',
    component: () => import('./ItemList.vue'),
    meta: { title: 'items.title', may: 'item.read' },
  },
  {
    path: '/menu/:id',
    name: 'item',
    component: () => import('./ItemDetail.vue'),
    props: true,
    meta: { title: 'item.title', may: 'item.read', parent: 'items' },
  },
  {
    path: '/orders/:id/sheet',
    name: 'order-sheet',
    component: () => import('./OrderSheet.vue'),
    props: true,
    meta: { title: 'order.sheet', may: 'order.read', bare: true },
  },
]
