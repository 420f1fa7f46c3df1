import { test } from 'vitest'
import { atThePhoneOf, clerk, member } from '../demo'
import { Somebody } from '../people'

test('a notice goes to the members, one of them confirms it on the phone, and the sender sees so', async () => {
  const title = `周五下午三点开碰头会 ${Date.now() % 1_000_000}`
  const desk = await Somebody.atTheDesk(clerk)
  await desk.page.goto('/desk/notices')
  await desk.press('写通知')
  await desk.page.getByRole('checkbox', { name: '党员' }).check()
  await desk.sees(/^会发给 [\d,]+ 人$/)
  await desk.writes(/^标题/, title)
  await desk.writes(/^正文/, '在社区二楼会议室，请带上巡查本。')
  await desk.press(/^发给 [\d,]+ 人$/)
  await desk.sees('收到通知的')

  const phone = await atThePhoneOf(member)
  await phone.page.goto('/m/messages')
  await phone.until(() => phone.page.getByText(title).first())
  await phone.page.getByText(title).first().click()
  await phone.sees('请带上巡查本')
  await phone.looksAround('phone-notice')
  await phone.press('收到')
  await phone.sees(/^您已确认收到/)
  await phone.leave()

  const confirmed = desk.page.locator('.facts div').filter({ hasText: '已确认' })
  await desk.until(() => confirmed.getByText('1', { exact: true }))
  await desk.looksAround('desk-notice')
  await desk.leave()
})
