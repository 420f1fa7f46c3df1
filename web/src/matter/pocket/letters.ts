import { watch } from 'vue'
import { api, type Schemas } from '@/api'
import { arrived, letterKind, type Answers } from '@/shared/pocket'
import { placedUnseen } from '@/shared/pocket/offline/placed'
import { placed } from './placed'

/** What can be done about orders without a line: place one, take a step, add a photo. */
export interface Step {
  id: string
  match: string
  action: string
  form: Answers
}
export interface Picture {
  id: string
  type: string
  bytes: ArrayBuffer
}

letterKind<Schemas['NewOrder']>('order.place', async (body, headers) => {
  return (await api.POST('/api/service-orders', { body, headers })).data
})
letterKind<Step>('order.step', ({ id, match, action, form }, headers) =>
  api.POST('/api/service-orders/{id}/steps', {
    params: { path: { id }, header: { 'If-Match': match } },
    body: { action, form },
    headers,
  }),
)
letterKind<Picture>('order.photo', async ({ id, type, bytes }, headers) => {
  const answer = await api.POST('/api/service-orders/{id}/photos', {
    params: { path: { id } },
    headers: { ...headers, 'Content-Type': type },
    // The bytes go as they are: the type of a body that is not JSON is a string in the description.
    body: new Blob([bytes], { type }) as unknown as string,
    bodySerializer: (body) => body,
  })
  return answer.data
})

// The code of an order is told once and kept nowhere: it can be looked at until the page is closed.
watch(arrived, (now) => {
  if (now?.letter.kind !== 'order.place') return
  placed.value = now.answer as Schemas['OrderPlaced']
  placedUnseen.value = true
})
