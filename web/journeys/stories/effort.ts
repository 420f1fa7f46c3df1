import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { aunt, atThePhoneOf, captain, neighbour } from '../demo'
import type { Somebody } from '../people'

/** What the journeys cost whoever goes them: presses, fields, and seconds at the pace of an unhurried person. */
interface Effort {
  journey: string
  presses: number
  fields: number
}
const measured: Effort[] = []
/** A press takes two seconds to find and do; writing goes on at a sign and a half each second. */
const seconds = (presses: number, signs: number) => Math.round(presses * 2 + signs / 1.5)

class Hand {
  presses = 0
  fields = 0
  private signs = 0
  constructor(private readonly who: Somebody) {}

  async press(name: string | RegExp, role: 'button' | 'link' | 'radio' = 'button') {
    this.presses++
    await this.who.press(name, role)
  }
  /** Into the field that has the cursor already; otherwise it is one press more. */
  async writes(label: string, text: string) {
    const field = this.who.page.getByLabel(label, { exact: false }).filter({ visible: true }).first()
    await field.waitFor()
    if (!(await field.evaluate((each) => each === document.activeElement))) this.presses++
    await field.fill(text)
    this.fields++
    this.signs += text.length
  }
  took(journey: string, most: { presses: number; fields: number; seconds: number }) {
    const { presses, fields } = this
    measured.push({ journey, presses, fields })
    expect(presses, `presses of «${journey}»`).toBeLessThanOrEqual(most.presses)
    expect(fields, `fields of «${journey}»`).toBeLessThanOrEqual(most.fields)
    expect(seconds(presses, this.signs), `seconds of «${journey}»`).toBeLessThanOrEqual(most.seconds)
  }
}

test('a returning resident places an order in three presses and half a minute', async () => {
  const phone = await atThePhoneOf(neighbour)
  const hand = new Hand(phone)
  await hand.press(/^点单/, 'link')
  await hand.writes('要帮什么忙', '楼道灯不亮，晚上看不见')
  await hand.press('送给党组织派单')
  await phone.sees('送到了')
  hand.took('place an order', { presses: 3, fields: 1, seconds: 30 })

  const again = new Hand(phone)
  await phone.page.goto('/m/')
  await again.press(/^我的订单/, 'link')
  await again.press(/楼道灯不亮/, 'link')
  await phone.sees('社区党组织下单')
  again.took('see how far it is', { presses: 2, fields: 0, seconds: 10 })
  await phone.leave()
})

test('rating takes three presses', async () => {
  const phone = await atThePhoneOf(aunt)
  const hand = new Hand(phone)
  await hand.press(/请您评一评/, 'link')
  await phone.page.locator('.stars label').nth(4).click()
  hand.presses++
  await hand.press('提交评价')
  await phone.sees('已办结')
  hand.took('rate', { presses: 3, fields: 0, seconds: 10 })
  await phone.leave()
})

test('a team accepts in three presses, and calls whoever waits in one', async () => {
  const phone = await atThePhoneOf(captain)
  const accept = new Hand(phone)
  const card = phone.page.locator('a.card').filter({ visible: true }).first()
  await card.click()
  accept.presses++
  await accept.press('接单')
  await phone.form.getByRole('button', { name: '接单' }).click()
  accept.presses++
  await phone.sees('已接单')
  accept.took('accept', { presses: 3, fields: 0, seconds: 10 })

  await phone.page.goto('/m/')
  const call = new Hand(phone)
  // Nothing is dialled here: the press asks for the number and follows it.
  await phone.page.evaluate(() =>
    addEventListener('click', (e) => (e.target as Element).closest('a[href^=tel]') && e.preventDefault(), true),
  )
  await call.press('打电话')
  await phone.page.locator('.in-hand a[href^="tel:"]').first().waitFor()
  call.took('call whoever waits', { presses: 1, fields: 0, seconds: 5 })

  const done = new Hand(phone)
  await phone.page.goto('/m/')
  await phone.page.locator('.in-hand .what').first().click()
  done.presses++
  await phone.page.getByRole('button', { name: /^(开始|完成)服务$/ }).waitFor()
  if (await phone.page.getByRole('button', { name: '开始服务' }).count()) await done.press('开始服务')
  await done.press('完成服务')
  await done.writes('用时（分钟）', '40')
  await done.writes('参加人数', '2')
  await done.writes('做了什么', '换了灯泡')
  await phone.form.getByRole('button', { name: '完成服务' }).click()
  done.presses++
  await phone.sees('待评价')
  done.took('finish', { presses: 7, fields: 3, seconds: 30 })
  await phone.leave()
})

/** The page of the docs says what was measured; whoever changes a journey changes its line. */
afterAll(async () => {
  const page = await readFile(resolve(import.meta.dirname, '../../../docs/effort.md'), 'utf8')
  for (const { journey, presses, fields } of measured) {
    expect(page, journey).toMatch(new RegExp(`\\| ${journey} +\\| +${presses} +\\| +${fields} +\\|`))
  }
})
