import type { RouteLocationRaw } from 'vue-router'
import type { Schemas } from '@/api'

type Message = Schemas['MessageView']

/** Which page shows the thing that a message is about, by the kind of thing. */
const pages: Record<string, string> = {
  'service-order': 'order',
  'care-pair': 'care-pair',
  'duty-swap': 'duty',
  section: 'section',
  notice: 'notice',
}

/** Where a message leads; nowhere where no page shows the thing. */
export function about(message: Pick<Message, 'subject' | 'subjectId'>): RouteLocationRaw | undefined {
  const name = pages[message.subject]
  return name ? { name, params: { id: message.subjectId } } : undefined
}
