import type { RouteRecordRaw } from 'vue-router'
import './messages'

export const territoryRoutes: RouteRecordRaw[] = [
  {
    path: '/territory',
    name: 'territory',
    component: () => import('./Territory.vue'),
    meta: { title: 'territory.title', may: 'area.read' },
  },
  {
    path: '/grids',
    name: 'grids',
    component: () => import('./GridList.vue'),
    meta: { title: 'grids.title', may: 'grid.read' },
  },
  {
    path: '/grids/:code',
    name: 'grid',
    component: () => import('./GridDetail.vue'),
    props: true,
    meta: { title: 'grid.title', may: 'grid.read', parent: 'grids' },
  },
  {
    path: '/party-areas',
    name: 'party-areas',
    component: () => import('./PartyAreas.vue'),
    meta: { title: 'partyAreas.title', may: 'area.read' },
  },
  {
    path: '/places',
    name: 'places',
    component: () => import('./Places.vue'),
    meta: { title: 'places.title', may: 'place.read' },
  },
  {
    path: '/opening',
    name: 'opening',
    component: () => import('./Opening.vue'),
    meta: { title: 'opening.title', may: 'jurisdiction.open' },
  },
]
