import { expect, test } from 'vitest'
import { aunt, atThePhoneOf, captain, dispatcher, readyForTheRoad } from '../demo'
import { Somebody } from '../people'

const cut = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/
const wish = '洗衣机排水管漏水，想请师傅看看'

/** How many of the resident's orders are called so. */
const called = async ({ page }: Somebody, title: string) => {
  await page.goto('/m/orders')
  await page.waitForLoadState('networkidle')
  return page.locator('.card b', { hasText: title }).count()
}

test('an order placed without a line survives closing and reload, can be taken back, and arrives once (R16)', async () => {
  const phone = await atThePhoneOf(aunt)
  const { page, context } = phone
  await readyForTheRoad(phone)
  await phone.press(/^点单/, 'link')
  await phone.writes('要帮什么忙', wish)
  await page.reload()
  expect(await page.getByLabel('要帮什么忙').inputValue()).toBe(wish)
  await page.waitForLoadState('networkidle')

  await context.setOffline(true)
  await phone.press('送给党组织派单')
  await phone.sees('等着送出')
  await phone.looksAround('m-outbox', false)
  await phone.press('收回，不送了')
  expect(await page.getByLabel('要帮什么忙').inputValue()).toBe(wish)
  await phone.press('送给党组织派单')
  await phone.sees('等着送出')
  await page.close()

  // The phone was put away; opened again it knows what waits, still without a line.
  const later = await context.newPage()
  await later.goto('/m/outbox')
  await later.getByText(`点单 · ${wish}`).waitFor()
  await later.goto('/m/')
  await later.getByText('没有网络').waitFor()
  await context.setOffline(false)
  await later.getByText('您点的单送到了').waitFor()
  await later.getByText('您点的单送到了').click()
  await later.getByText('查询码只在这里显示一次').waitFor()
  await later.goto('/m/orders')
  await later.getByText(wish).first().waitFor()
  await later.waitForLoadState('networkidle')
  expect(await later.locator('.card b', { hasText: wish }).count()).toBe(1)
  phone.forgives(cut)
  await phone.leave()
})

test('an answer that is lost on the way does not place the order twice', async () => {
  const phone = await atThePhoneOf(aunt)
  const { page } = phone
  const title = '想借一辆轮椅用两天'
  await phone.press(/^点单/, 'link')
  await phone.writes('要帮什么忙', title)
  // The server does it, and the line is cut before it can say so.
  await page.route('**/api/service-orders', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    await route.fetch()
    await route.abort('internetdisconnected')
  })
  await phone.press('送给党组织派单')
  await phone.sees('等着送出')
  await page.unroute('**/api/service-orders')
  await phone.press('现在就送')
  await phone.sees('都送出去了')
  expect(await called(phone, title)).toBe(1)
  phone.forgives(cut)
  await phone.leave()
})

test('the volunteer accepts, begins and finishes with the line cut at every step; each is done once', async () => {
  const phone = await atThePhoneOf(captain)
  const { page, context } = phone
  await readyForTheRoad(phone)
  const card = page.locator('a.card').filter({ visible: true }).first()
  const title = await card.locator('b').innerText()
  await card.click()
  await page.waitForURL(/orders/)
  await page.getByRole('button', { name: '接单' }).waitFor()

  await context.setOffline(true)
  await phone.press('接单')
  await phone.form.getByLabel('打算什么时候上门').fill('周三上午')
  await phone.form.getByRole('button', { name: '接单' }).click()
  await phone.sees('等着送出')
  expect(await page.getByRole('button', { name: '接单', exact: true }).count()).toBe(0)
  await phone.looksAround('m-waits', false)
  await page.reload()
  await phone.sees('等着送出')
  await context.setOffline(false)
  await phone.sees('已接单')

  await context.setOffline(true)
  await phone.press('开始服务')
  await phone.sees('等着送出')
  await context.setOffline(false)
  await phone.sees('服务中')

  await context.setOffline(true)
  const buffer = await page.screenshot({ type: 'jpeg' })
  await page.locator('input[capture]').setInputFiles({ name: 'done.jpg', mimeType: 'image/jpeg', buffer })
  await phone.sees(`照片 · ${title}`)
  await phone.press('完成服务')
  await phone.form.getByLabel('用时（分钟）').fill('45')
  await phone.form.getByLabel('参加人数').fill('2')
  await phone.form.getByLabel('做了什么').fill('换了排水管')
  // What is half written outlives the page.
  await page.reload()
  await phone.press('完成服务')
  expect(await phone.form.getByLabel('做了什么').inputValue()).toBe('换了排水管')
  await phone.form.getByRole('button', { name: '完成服务' }).click()
  await phone.sees(`完成服务 · ${title}`)
  await context.setOffline(false)
  await phone.sees('待评价')
  await page.getByRole('img', { name: '完成情况照片，第 1 张' }).waitFor()
  await page.reload()
  await phone.sees('待评价')
  for (const done of ['接单', '开始服务', '服务完成']) {
    expect(await page.locator('.timeline .what b', { hasText: new RegExp(`^${done}$`) }).count(), done).toBe(1)
  }
  phone.forgives(cut)
  await phone.leave()
})

test('what somebody else did first is told in a sentence, and what was written stays', async () => {
  const phone = await atThePhoneOf(aunt)
  const { page, context } = phone
  await readyForTheRoad(phone)
  await page.goto('/m/orders')
  await phone.press(new RegExp(wish), 'link')
  await page.getByRole('button', { name: '取消订单' }).waitFor()
  await context.setOffline(true)
  await phone.press('取消订单')
  await phone.form.getByLabel('取消原因').fill('已经修好了')
  await phone.form.getByRole('button', { name: '取消订单' }).click()
  await phone.sees('等着送出')

  const desk = await Somebody.atTheDesk(dispatcher)
  await desk.page.goto('/desk/orders')
  await desk.press(wish, 'link')
  await desk.press('退回补充')
  await desk.form.getByRole('textbox').fill('请说说哪一栋')
  await desk.form.getByRole('button', { name: '退回补充' }).click()
  await desk.sees('待补充')
  await desk.leave()

  await context.setOffline(false)
  await phone.sees('别人先办了一步')
  await phone.sees('已经修好了')
  await phone.looksAround('m-refused', false)
  await phone.press('收回来改')
  await page.getByRole('button', { name: '收回来改' }).waitFor({ state: 'detached' })
  await page.reload()
  await phone.press('取消订单')
  expect(await phone.form.getByLabel('取消原因').inputValue()).toBe('已经修好了')
  phone.forgives(new RegExp(`${cut.source}|412`))
  await phone.leave()
})

test('after signing out nothing of anybody stays on the phone', async () => {
  const phone = await atThePhoneOf(aunt)
  const { page, context } = phone
  await readyForTheRoad(phone)
  await phone.press(/^点单/, 'link')
  await phone.writes('要帮什么忙', '这句话谁也不该看到 13857100399')
  await page.waitForLoadState('networkidle')
  // Not even while signed in can it be read out of the browser's files.
  const open = await page.evaluate(everythingKept)
  expect(open.length).toBeGreaterThan(200)
  expect(open).not.toMatch(/这句话谁也不该看到|13857100399|李姨/)
  await context.setOffline(true)
  await page.getByRole('radio', { name: '其他帮助' }).check()
  await phone.press('送给党组织派单')
  await phone.sees('等着送出')
  await context.setOffline(false)
  await page.route('**/api/service-orders', (route) => route.abort())
  await page.goto('/m/me')
  await phone.sees('还有 1 件没送出去')
  await phone.press('退出登录')
  await phone.sees('手机验证码')
  const left = JSON.parse(await page.evaluate(everythingKept)) as { places: Record<string, unknown[]>; local: object }
  expect(Object.values(left.places).flat()).toEqual([])
  expect(Object.keys(left.local)).toEqual(['lianlin.preferences'])
  phone.forgives(cut)
  await phone.leave()
})

/** Every byte that the page keeps in this browser, as text. */
async function everythingKept() {
  const places: Record<string, unknown[]> = {}
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open(name!)
      opening.onsuccess = () => resolve(opening.result)
    })
    for (const store of Array.from(db.objectStoreNames)) {
      const all = await new Promise<unknown[]>((resolve) => {
        const reading = db.transaction(store).objectStore(store).getAll()
        reading.onsuccess = () => resolve(reading.result as unknown[])
      })
      places[store] = all.map((each) => {
        const { text } = each as { text?: ArrayBuffer }
        return text ? new TextDecoder().decode(text) : String(each)
      })
    }
    db.close()
  }
  const cached = await Promise.all(
    (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
  )
  return JSON.stringify({ places, local: { ...localStorage }, session: { ...sessionStorage }, cached })
}
