import { test } from 'vitest'
import { clerk } from '../demo'
import { Somebody } from '../people'

test('what is asked of a list again and again is saved under a name and opened by it', async () => {
  const name = `等下单 ${Date.now() % 1_000_000}`
  const desk = await Somebody.atTheDesk(clerk)
  await desk.page.goto('/desk/orders')
  await desk.press(/^待下单/, 'tab')
  await desk.press('视图')
  await desk.writes('视图名称', name)
  await desk.press('存下')
  await desk.form.getByRole('button', { name, exact: true }).waitFor()
  await desk.looksAround('desk-view')

  await desk.page.goto('/desk/orders')
  await desk.press('视图')
  await desk.form.getByRole('button', { name, exact: true }).click()
  await desk.page.waitForURL(/state=SUBMITTED/)
  await desk.press('视图')
  const acts = desk.form.getByRole('group', { name: new RegExp(name) })
  await acts.getByRole('button', { name: '删除' }).click()
  await acts.getByRole('button', { name: '确定删除' }).click()
  await desk.form.getByText(name).first().waitFor({ state: 'detached' })
  await desk.leave()
})
