import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { identityRoutes } from '@/identity/desk/routes'
import { matterRoutes } from '@/matter/desk/routes'
import { careRoutes } from '@/matter/care/desk/routes'
import { messagingRoutes } from '@/messaging/desk/routes'
import { organizationRoutes } from '@/organization/desk/routes'
import { peopleRoutes } from '@/people/desk/routes'
import { procedureRoutes } from '@/procedure/desk/routes'
import { dutyRoutes } from '@/territory/duty/desk/routes'
import { sectionRoutes } from '@/territory/section/desk/routes'
import { territoryRoutes } from '@/territory/desk/routes'
import { choosesPassword, may, setsUpFactor, signedIn } from '@/shared/acting'
import { nav } from './nav'
import { ready } from './start'

const routes: RouteRecordRaw[] = [
  { path: '/', redirect: '/work' },
  ...identityRoutes,
  ...matterRoutes,
  ...careRoutes,
  ...messagingRoutes,
  ...organizationRoutes,
  ...peopleRoutes,
  ...procedureRoutes,
  ...territoryRoutes,
  ...dutyRoutes,
  ...sectionRoutes,
  { path: '/denied', name: 'denied', component: () => import('./Denied.vue') },
  { path: '/:rest(.*)', name: 'absent', component: () => import('./Absent.vue'), meta: { open: true } },
]

export const router = createRouter({
  history: createWebHistory(import.meta.env.BASE_URL),
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  routes,
})

/** Where somebody begins whose post has no cases: the first page that it may see. */
function firstPage(): string | undefined {
  const known = router.getRoutes()
  return nav
    .flatMap((group) => group.pages)
    .find((name) => known.some((page) => page.name === name && page.meta.may && may(page.meta.may)))
}

router.beforeEach(async (to) => {
  await ready()
  if (to.meta.open) return
  if (!signedIn.value) return { name: 'login', query: to.fullPath === '/work' ? {} : { to: to.fullPath } }
  if (choosesPassword.value !== (to.name === 'first-password'))
    return choosesPassword.value ? { name: 'first-password', query: { to: to.fullPath } } : '/'
  if (setsUpFactor.value && !choosesPassword.value && to.name !== 'second-factor')
    return { name: 'second-factor', query: { to: to.fullPath } }
  if (!to.meta.may || may(to.meta.may)) return
  return { name: (to.name === 'work' && firstPage()) || 'denied' }
})
