import { createRouter, createWebHistory } from 'vue-router'
import { matterRoutes } from '@/matter/portal/routes'
import { territoryRoutes } from '@/territory/portal/routes'

export const router = createRouter({
  history: createWebHistory(import.meta.env.BASE_URL),
  scrollBehavior: (to, _from, saved) => saved ?? (to.hash ? { el: to.hash } : { top: 0 }),
  routes: [
    { path: '/', component: () => import('./Home.vue') },
    ...matterRoutes,
    ...territoryRoutes,
    { path: '/privacy', component: () => import('./papers/Privacy.vue') },
    { path: '/complaints', component: () => import('./papers/Complaints.vue') },
    { path: '/:rest(.*)', component: () => import('./Absent.vue') },
  ],
})
