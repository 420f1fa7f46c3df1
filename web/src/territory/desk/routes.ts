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
    path: '/territory/:code(\\d{12})/shape',
    name: 'area-shape',
    component: () => import('./map/DrawOutline.vue'),
    props: true,
    meta: { title: 'shape.area.title', may: 'area.edit', parent: 'territory' },
  },
  {
    path: '/territory/:code(\\d{12})/merger',
    name: 'area-merger',
    component: () => import('./reform/MergeCommunities.vue'),
    props: true,
    meta: { title: 'reform.take', may: 'area.edit', parent: 'territory' },
  },
  {
    path: '/grid-merger',
    name: 'grid-merger',
    component: () => import('./reform/MergeGrids.vue'),
    meta: { title: 'reform.merge', may: 'grid.edit', parent: 'grids' },
  },
  {
    path: '/grids/:code/split',
    name: 'grid-split',
    component: () => import('./reform/SplitGrid.vue'),
    props: true,
    meta: { title: 'reform.split', may: 'grid.edit', parent: 'grids' },
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
    component: () => import('./map/DrawOutline.vue'),
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
