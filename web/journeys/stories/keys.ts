import { expect, test } from 'vitest'
import { secretary, wish } from '../cast'
import { Somebody } from '../people'

test('a clerk finds, opens and marks matters by the keyboard alone', async () => {
  const desk = await Somebody.atTheDesk(secretary)
  const keys = desk.page.keyboard
  const types = async (...each: string[]) => {
    for (const key of each) await keys.press(key)
  }
  await desk.page.getByRole('heading', { level: 1 }).waitFor()
  await types('g', 'o')
  await desk.page.waitForURL((url) => url.pathname.endsWith('/orders'))
  await desk.sees(wish)
  await types('?')
  await desk.sees('这一页的快捷键')
  await desk.looksAround('desk-keys')
  await types('Escape')
  await desk.form.waitFor({ state: 'detached' }).catch(() => {})

  await types('j', 'x', 'j', 'x')
  await desk.sees('已选 2 件')
  await desk.looksAround('desk-marked')
  await types('Escape')
  await types('Enter')
  await desk.page.waitForURL((url) => /\/orders\/\w+$/.test(url.pathname))
  await desk.page.getByRole('heading', { level: 1 }).waitFor()
  const first = desk.page.url()
  await types('p')
  await desk.page.waitForURL((url) => url.href !== first)
  await desk.page.getByRole('heading', { level: 1 }).waitFor()
  await types('Escape')
  await desk.page.waitForURL((url) => url.pathname.endsWith('/orders'))

  await keys.press('Control+k')
  await keys.type(wish.slice(0, 4))
  await desk.page.getByRole('option').filter({ visible: true }).first().waitFor()
  await desk.looksAround('desk-search')
  await types('Enter')
  await desk.page.waitForURL((url) => /\/orders\/\w+$/.test(url.pathname))
  expect(await desk.page.getByRole('heading', { level: 1 }).innerText()).toContain(wish)
  await desk.leave()
})
