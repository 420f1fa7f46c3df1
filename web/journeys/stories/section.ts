import { test } from 'vitest'
import { atThePhoneOf, clerk, gridWorker, member } from '../demo'
import { Somebody } from '../people'

test('a member claims a section, the community confirms, what was done and found goes both ways', async () => {
  const phone = await atThePhoneOf(member)
  await phone.page.goto('/m/sections')
  await phone.sees('附近待认领')
  await phone.looksAround('phone-sections')
  await phone.press(/3 段3 栋楼道/, 'link')
  await phone.press('认领这一段')
  await phone.sees('等社区确认')

  const desk = await Somebody.atTheDesk(clerk)
  await desk.page.goto('/desk/sections?state=CLAIMED')
  await desk.press(/3 段3 栋楼道/, 'link')
  await desk.press('确认认领')
  await desk.sees('有人管护')
  await desk.looksAround('desk-section')

  await phone.page.reload()
  await phone.press('记一笔管护')
  await phone.page.getByRole('checkbox', { name: '清扫' }).check()
  await phone.press('记好')
  await phone.sees('记好了。')

  await desk.page.reload()
  await desk.press('检查')
  await desk.chooses('检查结果', '待整改')
  await desk.writes(/^看到什么/, '二楼拐角有纸箱')
  await desk.form.getByRole('button', { name: '检查' }).click()
  await desk.sees('二楼拐角有纸箱')

  await phone.page.reload()
  await phone.sees('社区检查：待整改')
  await phone.looksAround('phone-section')
  await phone.press('不再管护这一段')
  await phone.page.getByRole('radio', { name: '搬家了' }).check()
  await phone.form.getByRole('button', { name: /^不再管护$/ }).click()
  await phone.sees('谢谢您的管护')
  await phone.leave()
  await desk.page.reload()
  await desk.sees('本人释放')
  await desk.leave()
})

test('a patrol is one press where all is well, and the grid shows the last one', async () => {
  const phone = await atThePhoneOf(gridWorker)
  await phone.press('巡查', 'link')
  await phone.looksAround('phone-patrol')
  await phone.page.getByRole('checkbox', { name: '设施损坏' }).check()
  await phone.writes(/^在哪里/, '2 栋路灯不亮')
  await phone.press('记下 1 处发现')
  await phone.sees('记好了')
  await phone.leave()

  const desk = await Somebody.atTheDesk(clerk)
  await desk.page.goto('/desk/grids')
  await desk.press('第1网格', 'link')
  await desk.sees('2 栋路灯不亮')
  await desk.sees('今日值班')
  await desk.looksAround('desk-grid-board')
  await desk.leave()
})
