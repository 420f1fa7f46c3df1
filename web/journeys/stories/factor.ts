import { expect, test } from 'vitest'
import { codeOf } from '../authenticator'
import { secretary } from '../cast'
import { Somebody } from '../people'
import { secadmin } from './opening'

let recovery: string[] = []

test('a secretary sets up her phone as a second factor and keeps the recovery codes', async () => {
  const desk = await Somebody.atTheDesk(secretary)
  await desk.page.goto('/desk/me')
  await desk.sees('光知道密码登录不了')
  await desk.looksAround('desk-me')
  await desk.press('现在设置', 'link')
  await desk.sees('用它扫这个二维码')
  await desk.looksAround('desk-factor-setup')
  const secret = await desk.page.locator('.secret').innerText()
  await desk.writes('填它显示的 6 位数字', '000000')
  await desk.press('设置')
  await desk.sees('动态码不对')
  await desk.looksAround('desk-factor-wrong')
  await desk.writes('填它显示的 6 位数字', codeOf(secret))
  await desk.press('设置')
  await desk.sees('最后一步：保存恢复码')
  recovery = await desk.page.locator('.recovery li').allInnerTexts()
  expect(recovery).toHaveLength(10)
  await desk.looksAround('desk-factor-recovery')
  await desk.press('已经保存好了')
  await desk.sees('还有 10 个恢复码可用')
  await desk.looksAround('desk-me-factor')

  await desk.page.goto('/desk/work')
  await desk.sees('按时限排好')
  await desk.context.clearCookies()
  await desk.page.goto('/desk/login')
  await desk.writes('账号', secretary.login)
  await desk.writes('密码', secretary.password)
  await desk.press('登录')
  await desk.sees('还差一步')
  await desk.looksAround('desk-login-code')
  await desk.writes('动态码', codeOf(secret, 1))
  await desk.press('登录')
  await desk.page.waitForURL((url) => !url.pathname.endsWith('/login'))
  // A wrong code was given, and the session was taken from under the page.
  desk.forgives(/422|401/)
  await desk.leave()
})

test('without the phone at hand a recovery code opens the phone pages', async () => {
  const phone = await Somebody.at('phone')
  await phone.page.goto('/m/enter')
  await phone.press('账号密码')
  await phone.writes('账号', secretary.login)
  await phone.writes('密码', secretary.password)
  await phone.press('登录')
  await phone.sees('还差一步')
  await phone.looksAround('phone-login-code')
  await phone.press('手机不在身边，用恢复码')
  await phone.writes('恢复码', recovery[0]!)
  await phone.looksAround('phone-login-recovery')
  await phone.press('登录')
  await phone.page.waitForURL((url) => !url.pathname.endsWith('/enter'))
  await phone.leave()
})

test('the security administrator removes it for her, and she is told', async () => {
  const admin = await Somebody.atTheDesk(secadmin)
  await admin.page.goto('/desk/accounts')
  await admin.writes('按姓名或账号查找', secretary.name)
  await admin.page.keyboard.press('Enter')
  await admin.press(secretary.name, 'link')
  await admin.press('移除动态码')
  await admin.sees('先确认确实是')
  await admin.looksAround('desk-account-factor')
  await admin.form.getByRole('button', { name: '移除动态码' }).click()
  await admin.sees('没有设置')
  await admin.leave()

  const desk = await Somebody.atTheDesk(secretary)
  await desk.page.goto('/desk/messages')
  await desk.sees('您的手机动态码被移除')
  await desk.leave()
})
