import { test } from 'vitest'
import { clerk, system } from '../demo'
import { Somebody } from '../people'

test('what is usual is set by the district, and a page goes by it at once', async () => {
  const admin = await Somebody.atTheDesk(system)
  await admin.page.goto('/desk/settings')
  const usual = admin.page.getByRole('listitem').filter({ hasText: '网格的户数' })
  await usual.getByRole('button', { name: '修改' }).click()
  await usual.getByLabel('最少').fill('1')
  await usual.getByLabel('最多').fill('50')
  await admin.looksAround('desk-settings')
  await usual.getByRole('button', { name: '保存' }).click()
  await usual.getByText('1 – 50 户').waitFor()

  const desk = await Somebody.atTheDesk(clerk)
  await desk.page.goto('/desk/grids')
  await desk.press('第1网格', 'link')
  await desk.page.waitForURL(/\/desk\/grids\/\d+/)
  await desk.until(() => desk.page.getByText('超出 1 至 50 户的范围'))
  await desk.leave()

  await usual.getByRole('button', { name: '改回默认' }).click()
  await usual.getByText('100 – 800 户').first().waitFor()
  await admin.leave()
})
