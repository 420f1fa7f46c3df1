import type { RouteRecordRaw } from 'vue-router'
import '../messages'

export const messagingRoutes: RouteRecordRaw[] = [
  { path: '/messages', name: 'messages', component: () => import('./Messages.vue'), meta: { title: 'messages.title' } },
  {
    path: '/messages/choices',
    name: 'message-choices',
    component: () => import('./Preferences.vue'),
    meta: { title: 'choices.title' },
  },
  {
    path: '/messages/notices/:id',
    name: 'notice',
    component: () => import('./Notice.vue'),
    props: true,
    meta: { title: 'notice.title' },
  },
]
