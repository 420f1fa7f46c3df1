import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { identityRoutes } from '@/identity/pocket/routes'
import { matterRoutes } from '@/matter/pocket/routes'
import { careRoutes } from '@/matter/care/pocket/routes'
import { messagingRoutes } from '@/messaging/pocket/routes'
import { peopleRoutes } from '@/people/pocket/routes'
import { dutyRoutes } from '@/territory/duty/pocket/routes'
import { patrolRoutes } from '@/territory/patrol/pocket/routes'
import { sectionRoutes } from '@/territory/section/pocket/routes'
import { choosesPassword, setsUpFactor, signedIn } from '@/shared/acting'
import { territoryRoutes } from '@/territory/pocket/routes'
import { ready, shut } from './start'

const routes: RouteRecordRaw[] = [
  ...matterRoutes,
  ...careRoutes,
  ...dutyRoutes,
  ...patrolRoutes,
  ...sectionRoutes,
  ...identityRoutes,
  ...peopleRoutes,
  ...messagingRoutes,
  ...territoryRoutes,
  { path: '/outbox', name: 'outbox', component: () => import('./Outbox.vue'), meta: { title: 'outbox.title' } },
  {
    path: '/help',
    name: 'help',
    component: () => import('./help/Help.vue'),
    meta: { title: 'help.title', open: true },
  },
  { path: '/:rest(.*)', name: 'absent', component: () => import('./Absent.vue'), meta: { open: true } },
]

export const router = createRouter({
  history: createWebHistory(import.meta.env.BASE_URL),
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  routes,
})

router.beforeEach(async (to) => {
  await ready()
  if (to.meta.open) return
  if (signedIn.value) {
    const first = choosesPassword.value ? 'password' : setsUpFactor.value ? 'second-factor' : to.name
    return to.name === first ? undefined : { name: first, query: { to: to.fullPath } }
  }
  return { name: 'enter', query: to.fullPath === '/' ? {} : { to: to.fullPath } }
})

// A page that was never opened on this phone cannot be fetched without a line; where one is stays as it is.
router.onError(() => (shut.value = true))
router.afterEach(() => {
  shut.value = false
})
