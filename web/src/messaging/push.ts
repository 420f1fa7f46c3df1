import { api } from '@/api'

/** Whether this browser can be pushed to at all. WeChat's cannot; the inbox and short messages reach it. */
export const pushable = () =>
  'serviceWorker' in navigator && 'PushManager' in window && Notification.permission !== 'denied'

/** Asks for leave, subscribes this browser and tells the server. False where the person said no. */
export async function subscribe(key: string): Promise<boolean> {
  if ((await Notification.requestPermission()) !== 'granted') return false
  const worker =
    // The worker of the pocket shows what is pushed as well.
    (await navigator.serviceWorker.getRegistration(import.meta.env.BASE_URL)) ??
    (await navigator.serviceWorker.register(`${import.meta.env.BASE_URL}push.js`))
  await navigator.serviceWorker.ready
  const found = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
  const { endpoint, keys } = found.toJSON()
  await api.PUT('/api/messages/push', {
    body: { endpoint: endpoint ?? '', p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' },
  })
  return true
}

/** Ends it on every browser of this person. */
export async function unsubscribe() {
  const worker = await navigator.serviceWorker.getRegistration()
  await (await worker?.pushManager.getSubscription())?.unsubscribe()
  await api.DELETE('/api/messages/push')
}
