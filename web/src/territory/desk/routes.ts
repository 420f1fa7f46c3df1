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
    path: '/grids/:code/shape',
    name: 'grid-shape',
    component: () => import('./map/GridShape.vue'),
    props: true,
    meta: { title: 'shape.title', may: 'grid.edit', parent: 'grids' },
  },
  {
    path: '/map',
    name: 'map',
    component: () => import('./map/MapPage.vue'),
    meta: { title: 'mapPage.title', may: 'area.read' },
  },
  {
    path: '/map/import',
    name: 'shape-import',
    component: () => import('./map/ShapeImport.vue'),
    meta: { title: 'shapes.import.title', may: 'grid.edit', parent: 'map' },
  },
  {
    path: '/places/:id',
    name: 'place',
    component: () => import('./PlaceDetail.vue'),
    props: true,
    meta: { title: 'place.title', may: 'place.read', parent: 'places' },
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
