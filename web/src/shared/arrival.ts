/** Where to go after signing in: only to a page of ours, since `to` comes from the address line. */
export function arrival(to: unknown): string {
  const path = typeof to === 'string' ? to : '/'
  return path.startsWith('/') && !/^\/[\\/]/.test(path) ? path : '/'
}
