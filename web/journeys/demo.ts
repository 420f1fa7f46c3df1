import type { Login } from './people'
import { Somebody } from './people'

/** People of the demo, who are there from the start. */
const somebody = (login: string): Login => ({ name: login, login, password: 'lianlin-yanshi' })
export const aunt = somebody('jumin1')
export const neighbour = somebody('jumin2')
export const captain = somebody('duizhang1')
export const system = somebody('xitong')
export const leader = somebody('lingdao')
export const dispatcher = somebody('shuji')
export const clerk = somebody('shequ')
export const member = somebody('dangyuan')
export const gridWorker = somebody('wangge')

export async function atThePhoneOf(who: Login): Promise<Somebody> {
  const phone = await Somebody.at('phone')
  await phone.signsInOnThePhone(who)
  await phone.page.waitForLoadState('networkidle')
  return phone
}

/** Shell and worker are there; from now on the phone may lose its line. */
export async function readyForTheRoad({ page }: Somebody) {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.waitForFunction(async () => {
    const [shell] = await caches.keys()
    return !!shell && (await (await caches.open(shell)).keys()).length > 20
  })
}
