import type { RouteRecordRaw } from 'vue-router'
import '../messages'

export const messagingRoutes: RouteRecordRaw[] = [
  {
    path: '/messages',
    name: 'messages',
    component: () => import('./MessageList.vue'),
    meta: { title: 'messages.title' },
  },
  {
    path: '/messages/choices',
    name: 'message-choices',
    component: () => import('./Preferences.vue'),
    meta: { title: 'choices.title', parent: 'messages' },
  },
  {
    path: '/deliveries',
    name: 'deliveries',
    component: () => import('./DeliveryList.vue'),
    meta: { title: 'deliveries.title', may: 'delivery.read' },
  },
]
