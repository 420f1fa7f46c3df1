import { expect, test } from 'vitest'
import { clerk, county, secretary } from '../cast'
import { firstPassword, Somebody, type Login } from '../people'

const sysadmin: Login = { name: '系统管理员', login: 'sysadmin', password: '' }
export const secadmin: Login = { name: '安全管理员', login: 'secadmin', password: '' }

test('the system administrator chooses a password and opens the county by its code', async () => {
  const admin = await Somebody.at('desk')
  await admin.page.goto('/desk/')
  await admin.sees('区域化党建与社区共治工作台')
  await admin.looksAround('desk-login')
  await admin.begins(sysadmin, await firstPassword('sysadmin'), true)
  await admin.sees('写一个县、区的名称或代码')
  await admin.writes('县、区名称或 6 位代码', county.code)
  await admin.press('查找')
  await admin.press(/^开通/)
  await admin.sees('开通以后不能撤回')
  await admin.looksAround('desk-opening-sure')
  await admin.form.getByRole('button', { name: '开通' }).click()
  await admin.sees(/西湖区已开通/)
  await admin.looksAround('desk-opening')
  await admin.page.goto('/desk/orders')
  await admin.sees('这个岗位看不了这一页')
  await admin.looksAround('desk-denied')
  await admin.page.goto('/desk/nowhere')
  await admin.sees('没有这一页')
  await admin.looksAround('desk-absent')
  await admin.leave()
})

test('the security administrator makes accounts and gives posts', async () => {
  const admin = await Somebody.at('desk')
  await admin.begins(secadmin, await firstPassword('secadmin'))
  await admin.page.goto('/desk/accounts')
  await admin.sees('安全管理员')
  await admin.looksAround('desk-accounts')
  await admin.press('新建账号')
  await admin.form.getByRole('button', { name: '建立账号' }).click()
  await admin.sees('请填写姓名')
  await admin.looksAround('desk-account-new')
  clerk.password = await appoint(admin, clerk, '区级工作人员', county.name)
  await admin.looksAround('desk-account')
  const lost = await appoint(admin, secretary, '社区书记', county.community)
  await give(admin, '社区工作人员', county.other)
  // The first password was lost on the way.
  await admin.press('重置密码')
  await admin.form.getByRole('button', { name: '重置密码' }).click()
  const shown = () => admin.page.locator('.notice .num').innerText()
  await expect.poll(shown).not.toBe(lost)
  secretary.password = await shown()
  await admin.page.goto('/desk/roles')
  await admin.sees('社区书记')
  await admin.looksAround('desk-roles')
  await admin.leave()
})

/** A new account with its first post; gives the password that is shown once, where there is one. */
export async function appoint(
  admin: Somebody,
  who: { name: string; login?: string; phone?: string },
  role: string,
  place: string,
): Promise<string> {
  const { page } = admin
  await page.goto('/desk/accounts')
  await admin.press('新建账号')
  await admin.form.getByLabel('姓名').fill(who.name)
  if (who.phone) await admin.form.getByLabel('手机号').fill(who.phone)
  if (who.login) await admin.form.getByLabel('账号', { exact: false }).last().fill(who.login)
  await admin.form.getByLabel('由哪个区管理').selectOption({ label: county.full })
  await admin.form.getByRole('button', { name: '建立账号' }).click()
  await page.getByRole('heading', { name: who.name }).waitFor()
  const password = who.login ? await page.locator('.notice .num').innerText() : ''
  await give(admin, role, place)
  return password
}

async function give(admin: Somebody, role: string, place: string) {
  await admin.press('授予岗位')
  await admin.chooses('角色', role)
  await admin.picks('在哪里任职', place)
  await admin.form.getByRole('button', { name: '授予', exact: true }).click()
  await admin.page.getByRole('listitem').filter({ hasText: place }).waitFor()
}
