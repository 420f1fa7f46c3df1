import { expect, test } from 'vitest'
import { clerk, county, secretary, wish } from '../cast'
import { Somebody } from '../people'
import { atHome } from './order'

test('large type on the phone is large everywhere, and comes back wherever one signs in', async () => {
  const phone = await atHome()
  await phone.page.goto('/m/')
  await phone.press('大字')
  for (const path of ['/m/', '/m/orders', '/m/me', '/m/looks', '/m/place']) {
    await phone.page.goto(path)
    await phone.page.waitForLoadState('networkidle')
    expect(await smallTexts(phone), `texts of ${path} smaller than 18 px`).toEqual([])
  }
  await phone.press('标准字')
  await phone.page.goto('/m/nowhere')
  await phone.sees('没有这一页')
  await phone.looksAround('m-absent')
  await phone.page.goto('/m/password')
  await phone.looksAround('m-password')
  await phone.page.goto('/m/me')
  await phone.press('退出登录')
  await phone.sees('手机验证码')
  await phone.leave()

  const first = await Somebody.at('phone')
  await first.signsInOnThePhone(secretary)
  const saved = first.page.waitForResponse((answer) => answer.url().endsWith('/api/me/preferences'))
  await first.press('大字')
  expect((await saved).ok()).toBe(true)
  await first.leave()
  const other = await Somebody.at('phone')
  await other.signsInOnThePhone(secretary)
  await other.press('标准字')
  await other.sees('大字')
  await other.leave()
})

test('English and the night come back at the next sign-in, and the words of the server with them', async () => {
  const desk = await Somebody.atTheDesk(secretary)
  await desk.page.goto('/desk/orders')
  await desk.press('夜间')
  const saved = desk.page.waitForResponse((answer) => answer.url().endsWith('/api/me/preferences'))
  await desk.press('English')
  await saved
  await desk.sees('Service orders')
  await desk.sees('To be dispatched')
  await desk.leave()

  const again = await Somebody.atTheDesk(secretary)
  await again.sees('My work')
  expect(await again.page.evaluate(() => document.documentElement.dataset.theme)).toBe('night')
  await again.page.goto('/desk/orders')
  await again.sees('To be dispatched')
  await again.looksAround('desk-orders-english')
  await again.press('Day')
  const back = again.page.waitForResponse((answer) => answer.url().endsWith('/api/me/preferences'))
  await again.press('中文')
  await back
  await again.leave()
})

test('whoever holds two posts changes over with one press', async () => {
  const desk = await Somebody.atTheDesk(secretary)
  await desk.press(`${county.other} · 社区工作人员`)
  await desk.sees('眼下没有要您办的事')
  await desk.page.goto('/desk/orders')
  await desk.sees('这里还没有订单')
  await desk.looksAround('desk-orders-empty')
  await desk.press(`${county.community} · 社区书记`)
  await desk.sees(wish)
  await desk.leave()
})

test('everybody sees his account, changes his password and reads who looked at him', async () => {
  const desk = await Somebody.atTheDesk(clerk)
  await desk.press('我的账号', 'link')
  await desk.sees('Chrome · Linux')
  await desk.looksAround('desk-me')
  await desk.press('修改密码')
  await desk.form.getByLabel('现在的密码').fill(clerk.password)
  await desk.form.getByLabel('新密码').fill(`${clerk.password} again`)
  await desk.looksAround('desk-password')
  await desk.form.getByRole('button', { name: '修改密码' }).click()
  await desk.sees('密码已改')
  clerk.password += ' again'
  await desk.press(/^消息/, 'link')
  await desk.sees('您的事情走到了哪一步')
  await desk.looksAround('desk-messages')
  await desk.press('接收设置', 'link')
  await desk.sees('晚十点到早八点')
  await desk.looksAround('desk-message-choices')
  await desk.press('谁看过我的信息', 'link')
  await desk.sees('还没有人看过')
  await desk.looksAround('desk-looks')
  await desk.press('退出')
  await desk.sees('区域化党建与社区共治工作台')
  await desk.leave()
})

/** What can be read and is smaller than large type allows. */
const smallTexts = (somebody: Somebody) =>
  somebody.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((each) => each.offsetParent && parseFloat(getComputedStyle(each).fontSize) < 18)
      .filter((each) =>
        [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
      )
      .map((each) => each.innerText),
  )
