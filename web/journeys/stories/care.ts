import { test } from 'vitest'
import { atThePhoneOf, captain, clerk } from '../demo'
import { Somebody } from '../people'

test('a household is taken care of: asked, agreed, planned, visited, and no more when it is not needed', async () => {
  const desk = await Somebody.atTheDesk(clerk)
  await desk.page.goto('/desk/care')
  await desk.press('登记结对')
  await desk.writes('联系人姓名', '何月娥')
  await desk.writes('联系电话', '13900000188')
  await desk.writes('门牌', '2 栋 301')
  await desk.page.getByRole('checkbox', { name: '独居' }).check()
  await desk.chooses('队伍', '培德社区便民维修志愿服务队')
  await desk.chooses('帮扶人', '演示·罗队长')
  await desk.press('登记这一户')
  await desk.sees('待家庭同意')

  await desk.press('登记同意')
  await desk.chooses('同意方式', '口头同意')
  await desk.form.locator('[type=submit]').click()
  await desk.press('定探访计划')
  await desk.form.locator('[type=submit]').click()
  await desk.sees('探访中')
  const pair = new URL(desk.page.url()).pathname.replace('/desk', '/m')

  const phone = await atThePhoneOf(captain)
  await phone.page.goto(pair)
  await phone.sees('独居')
  await phone.looksAround('phone-care-pair')
  await phone.press('记录探访')
  await phone.page.getByRole('radio', { name: '上门' }).check()
  await phone.writes('做了什么', '换了厨房的灯管')
  await phone.press('保存记录')
  await phone.sees('换了厨房的灯管')
  await phone.leave()

  await desk.page.reload()
  await desk.sees('换了厨房的灯管')
  await desk.looksAround('desk-care-pair')
  await desk.press('结束结对')
  await desk.chooses('为什么结束', '困难已经解决')
  await desk.form.locator('[type=submit]').click()
  await desk.sees('资料已删除')
  await desk.leave()
})

test('a visit that nobody wrote down is seen by the community', async () => {
  const desk = await Somebody.atTheDesk(clerk)
  await desk.page.goto('/desk/care')
  await desk.press(/^到期未记录/, 'tab')
  await desk.page.locator('.rt tbody a.lead').first().click()
  await desk.sees(/到期没有记录/)
  await desk.leave()
})
