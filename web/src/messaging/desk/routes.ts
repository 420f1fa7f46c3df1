import type { RouteRecordRaw } from 'vue-router'
import '../messages'
import './messages'

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
    path: '/messages/notices/:id',
    name: 'notice',
    component: () => import('./Notice.vue'),
    props: true,
    meta: { title: 'notice.title', parent: 'messages' },
  },
  {
    path: '/notices',
    name: 'notices',
    component: () => import('./NoticeList.vue'),
    meta: { title: 'notices.title', may: 'notice.send' },
  },
  {
    path: '/notices/:id',
    name: 'notice-sent',
    component: () => import('./NoticeDetail.vue'),
    props: true,
    meta: { title: 'notices.receipts', may: 'notice.send', parent: 'notices' },
  },
  {
    path: '/message-rules',
    name: 'message-rules',
    component: () => import('./MessageRules.vue'),
    meta: { title: 'rules.title', may: 'setting.edit' },
  },
  {
    path: '/deliveries',
    name: 'deliveries',
    component: () => import('./DeliveryList.vue'),
    meta: { title: 'deliveries.title', may: 'delivery.read' },
  },
]
