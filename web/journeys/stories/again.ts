import { test } from 'vitest'
import { clerk, leader, second, secretary, teams } from '../cast'
import { Somebody } from '../people'
import { atHome } from './order'

const title = '想请人教老伴用血压计'

test('an order that comes back three times is decided above the community', async () => {
  const phone = await atHome()
  await phone.page.goto('/m/')
  await phone.press(/^点单/, 'link')
  await phone.page.getByRole('radio', { name: '学习辅导' }).check()
  await phone.writes('要帮什么忙', title)
  await phone.press('送给党组织派单')
  await phone.sees('送到了')

  const desk = await Somebody.atTheDesk(secretary)
  await desk.page.goto('/desk/orders')
  await desk.press(title, 'link')
  const first = await Somebody.onThePhone(leader.phone)
  for (let time = 1; time <= 3; time++) {
    await desk.press(`选它 ${teams.first}`)
    await desk.press('下单给所选队伍')
    await desk.sees('待接单')
    await first.page.goto('/m/')
    await first.press(title, 'link')
    await first.press('接不了')
    await first.form.getByRole('textbox').fill(`第 ${time} 次腾不出人手`)
    await first.form.getByRole('button', { name: '接不了' }).click()
    await first.sees(`第 ${time} 次腾不出人手`)
    await desk.page.reload()
  }
  await first.leave()
  await desk.sees('待街道裁定')
  await desk.looksAround('desk-order-escalated')
  await desk.leave()

  const above = await Somebody.atTheDesk(clerk)
  await above.press(title, 'link')
  await above.press(`选它 ${teams.second}`)
  await above.writes('裁定意见', '周末有队员在附近，由他们上门')
  await above.looksAround('desk-order-decide')
  await above.press('裁定由所选队伍办理')
  await above.sees('待接单')
  await above.leave()
})

test('a poor result is shown in photos and done once more', async () => {
  const team = await Somebody.onThePhone(second.phone)
  await team.press(title, 'link')
  await team.press('接单')
  await team.form.getByRole('button', { name: '接单' }).click()
  await finishes(team, '讲了一遍')
  const buffer = await team.page.screenshot({ type: 'jpeg' })
  await team.page.locator('input[type=file]').last().setInputFiles({ name: 'done.jpg', mimeType: 'image/jpeg', buffer })
  await team.page.getByRole('img', { name: '完成情况照片，第 1 张' }).waitFor()
  await team.looksAround('m-result-photo')

  const phone = await atHome()
  await rates(phone, 1)
  await phone.sees('待回访')
  await phone.press('不满意，请重办')
  await phone.form.getByRole('textbox').fill('他还是不会用，请再教一次')
  await phone.looksAround('m-again')
  await phone.form.getByRole('button', { name: '不满意，请重办' }).click()
  await phone.sees('他还是不会用，请再教一次')

  await team.page.goto('/m/taking')
  await team.press(title, 'link')
  await team.sees('他还是不会用，请再教一次')
  await finishes(team, '手把手教会了，写了步骤贴在墙上')
  await team.leave()
  await rates(phone, 5)
  await phone.sees('已办结')
  await phone.looksAround('m-done-again')
})

async function finishes(team: Somebody, what: string) {
  await team.press('开始服务')
  await team.press('完成服务')
  await team.form.getByLabel('用时（分钟）').fill('30')
  await team.form.getByLabel('参加人数').fill('1')
  await team.form.getByLabel('做了什么').fill(what)
  await team.form.getByRole('button', { name: '完成服务' }).click()
  await team.sees('待评价')
}

async function rates(phone: Somebody, stars: number) {
  await phone.page.goto('/m/')
  await phone.page.getByText('请您评一评').click()
  await phone.page
    .locator('.stars label')
    .nth(stars - 1)
    .click()
  await phone.press('提交评价')
}
