// The shell of the pocket without a line, and what is pushed. Answers of the server are never kept here.
const files = self.SHELL
const cache = `shell-${files.stamp}`

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(cache)
      .then((shell) => shell.addAll(files.paths))
      .then(() => self.skipWaiting()),
  )
})
self.addEventListener('activate', (event) => {
  const old = caches
    .keys()
    .then((names) => Promise.all(names.filter((name) => name !== cache).map((name) => caches.delete(name))))
  event.waitUntil(old.then(() => self.clients.claim()))
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  // A page comes from the server as long as there is one, so that nobody stays with yesterday's.
  if (request.mode === 'navigate') event.respondWith(soon(request).catch(() => caches.match(files.paths[0])))
  else if (files.paths.includes(url.pathname))
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)))
})
/** On a line that is neither there nor gone nobody waits longer than four seconds. */
const soon = (request) => fetch(request, { signal: AbortSignal.timeout(4_000) })

self.addEventListener('push', (event) => {
  const { id, title, text } = event.data?.json() ?? {}
  event.waitUntil(self.registration.showNotification(title ?? '联邻', { body: text, tag: id, icon: '/m/icon-192.png' }))
})
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(self.clients.openWindow(`${self.registration.scope}messages`))
})
