import type { RouteRecordRaw } from 'vue-router'

export const territoryRoutes: RouteRecordRaw[] = []
