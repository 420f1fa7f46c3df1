// Shows what is pushed, and opens the messages when it is pressed. It keeps nothing and stands between no request.
self.addEventListener('push', (event) => {
  const { id, title, text } = event.data?.json() ?? {}
  event.waitUntil(self.registration.showNotification(title ?? '联邻', { body: text, tag: id, icon: 'icon-192.png' }))
})
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(self.clients.openWindow(`${self.registration.scope}messages`))
})
