import { api, type Schemas } from '@/api'
import { countUnread } from '@/shared/unread'

/** Marks a message as read; that it stays unread when this fails hurts nobody. */
export async function read(message: Schemas['MessageView']) {
  if (message.read) return
  message.read = new Date().toISOString()
  await api.PUT('/api/messages/{id}/read', { params: { path: { id: message.id } } }).catch(() => {})
  await countUnread()
}

export async function readAll() {
  await api.POST('/api/messages/readings')
  await countUnread()
}
