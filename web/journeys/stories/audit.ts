import { test } from 'vitest'
import { secretary } from '../cast'
import { firstPassword, Somebody, type Login } from '../people'

const auditor: Login = { name: '审计管理员', login: 'auditor', password: '' }

test('the auditor reads the journal and finds its seals whole', async () => {
  const desk = await Somebody.at('desk')
  await desk.begins(auditor, await firstPassword('auditor'))
  await desk.sees('谁、什么时候、以哪个岗位')
  await desk.sees('登录')
  await desk.looksAround('desk-journal')
  await desk.chooses('种类', '订单：下单')
  await desk.sees('北山街道 · 松木场社区')
  await desk.press(secretary.name)
  await desk.sees(`只看 ${secretary.name}的`)
  await desk.press('订单：下单', 'link')
  await desk.sees('封存证明')
  await desk.looksAround('desk-journal-entry')
  await desk.page.goto('/desk/seals')
  await desk.press('校验全部日志')
  await desk.sees('日志完好', 60_000)
  await desk.looksAround('desk-seals')
  await desk.page.goto('/desk/deliveries')
  await desk.sees('短信、推送发出去没有')
  await desk.looksAround('desk-deliveries')
  await desk.page.goto('/desk/roles')
  await desk.sees('审计管理员')
  await desk.looksAround('desk-roles-read')
  await desk.leave()
})
