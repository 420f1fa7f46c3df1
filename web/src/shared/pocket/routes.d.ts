import 'vue-router'

declare module 'vue-router' {
  interface RouteMeta {
    /** The page stands beside the other main pages: the bar at the bottom is shown. */
    tabs?: boolean
  }
}
