import type { RouteRecordRaw } from 'vue-router'

export const procedureRoutes: RouteRecordRaw[] = []
