import 'vue-router'
import type { MessageKey } from './i18n'
import type { Permission } from './permissions'

declare module 'vue-router' {
  interface RouteMeta {
    title?: MessageKey
    /** The permission without which the page is not offered. */
    may?: Permission
    /** Everybody may see it, signed in or not. */
    open?: boolean
    /** Stands alone: no side, no bar; for log-in and printing. */
    bare?: boolean
    /** The name of the page above it in the breadcrumb. */
    parent?: string
  }
}
