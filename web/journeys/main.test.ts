import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, closeBrowser, firstPassword, openBrowser, Somebody } from './people'

/**
 * The main job, as a district would begin: its county is opened by its code, the first people get accounts and posts,
 * and a resident's order goes from the phone to the rating, with everybody seeing where it stands.
 */
const county = '440606'
const team = '顺峰便民维修队'
const leader = { name: '何志强', phone: '13827700311' }
const resident = { name: '陈秀兰', phone: '13827700312' }
const wish = '厨房水管漏水，已经接了两天水'
const clerk = { name: '梁敏仪', login: 'liangminyi', password: '' }
const secretary = { name: '周文清', login: 'zhouwenqing', password: '' }
const community = { code: '', name: '' }
const order = { number: '', code: '' }
/** The resident's own phone; it stays signed in, as phones do. */
let home: Somebody

beforeAll(openBrowser)
afterAll(closeBrowser)

test('the system administrator opens the county by its code', async () => {
  const admin = await Somebody.at('desk')
  await admin.page.goto('/desk/')
  await admin.sees('区域化党建与社区共治工作台')
  await admin.looksAround('desk-login')
  await admin.signsIn('sysadmin', await firstPassword('sysadmin'))
  await admin.page.goto('/desk/opening')
  await admin.writes('县、区名称或 6 位代码', county)
  await admin.press('查找')
  await admin.press(/开通/)
  await admin.sees(/顺德区已开通/)
  await admin.looksAround('desk-opening')
  await admin.leave()
})

test('the security administrator makes accounts and gives posts', async () => {
  const street = await first(`/api/divisions?parent=${county}000000`, '大良街道')
  Object.assign(community, await first(`/api/divisions?parent=${street.code}`, '顺峰社区'))
  const admin = await Somebody.at('desk')
  await admin.signsIn('secadmin', await firstPassword('secadmin'))
  await admin.page.goto('/desk/accounts')
  await admin.sees('安全管理员')
  await admin.looksAround('desk-accounts')
  clerk.password = await appoint(admin, clerk, '区级工作人员', '顺德区')
  secretary.password = await appoint(admin, secretary, '社区书记', '顺峰社区')
  await admin.looksAround('desk-account')
  await admin.page.goto('/desk/roles')
  await admin.sees('社区书记')
  await admin.looksAround('desk-roles')
  await admin.leave()
})

test('the district founds its committee and a volunteer team', async () => {
  const desk = await Somebody.at('desk')
  await desk.signsIn(clerk.login, clerk.password)
  await desk.page.goto('/desk/territory')
  await desk.sees('大良街道')
  await desk.looksAround('desk-territory')
  await found(desk, { name: '中共顺德区顺峰社区委员会', kind: '党委', area: '顺峰社区' })
  await found(desk, { name: team, kind: '志愿服务队', area: '顺峰社区', skills: '水电维修' })
  await desk.looksAround('desk-organization')
  await desk.page.goto('/desk/organizations')
  await desk.sees(team)
  await desk.looksAround('desk-organizations')
  await desk.leave()

  const admin = await Somebody.at('desk')
  await admin.signsIn('secadmin', await firstPassword('secadmin'))
  await appoint(admin, leader, '志愿队队长', team)
  await admin.leave()
})

test('a resident signs up on the phone and places an order', async () => {
  home = await Somebody.at('phone')
  const phone = home
  await phone.page.goto('/m/')
  await phone.sees('有事说一声')
  await phone.looksAround('m-enter')
  await phone.press('我是居民，注册一个', 'link')
  await phone.page.getByRole('heading', { name: '居民注册' }).waitFor()
  await phone.fillsInTheCode(resident.phone)
  await phone.writes('怎么称呼您', resident.name)
  await phone.writes('住在哪个社区', '顺峰')
  await phone.press(/顺峰社区/)
  await phone.looksAround('m-join')
  await phone.press('同意上面说的，注册')
  await phone.sees('眼下没有在办的事')
  await phone.looksAround('m-home')
  await phone.press(/^点单/, 'link')
  await phone.page.getByRole('radio', { name: '便民维修' }).check()
  await phone.writes('要帮什么忙', wish)
  await phone.looksAround('m-place')
  await phone.press('送给党组织派单')
  await phone.sees('送到了')
  await phone.looksAround('m-placed')
  const slip = await phone.page.locator('.slip .num').allInnerTexts()
  order.number = slip[0]!.trim()
  order.code = slip[1]!.replace(/\s/g, '')
  expect(order.number).toMatch(/^DD-\d{6}-\d{6}$/)
  await phone.press('看办到哪一步', 'link')
  await phone.sees('社区党组织下单')
  await phone.looksAround('m-order')
})

test('the community finds it among its work and dispatches it', async () => {
  const desk = await Somebody.at('desk')
  await desk.signsIn(secretary.login, secretary.password)
  await desk.sees(wish)
  await desk.looksAround('desk-work')
  await desk.press('服务订单', 'link')
  await desk.sees(wish)
  await desk.looksAround('desk-orders')
  await desk.page.getByRole('link', { name: wish }).first().click()
  await desk.sees('建议接单队伍')
  await desk.press(`选它 ${team}`)
  await desk.looksAround('desk-order')
  await desk.page.getByLabel('办理意见').fill('周三上午去看')
  await desk.press('下单给所选队伍')
  await desk.sees('待接单')
  await desk.sees('周三上午去看')
  await desk.page.goto('/desk/procedures')
  await desk.sees('服务订单')
  await desk.looksAround('desk-procedures')
  await desk.leave()
})

test('the team accepts, begins and finishes on the phone', async () => {
  const phone = await Somebody.at('phone')
  await phone.page.goto('/m/enter')
  await phone.fillsInTheCode(leader.phone)
  await phone.press('登录')
  await phone.sees('等队伍接的单')
  await phone.sees(wish)
  await phone.looksAround('m-team')
  await phone.page.getByRole('link', { name: wish }).first().click()
  await phone.press('接单')
  await phone.page.getByRole('dialog').getByLabel('打算什么时候上门').fill('周三上午')
  await phone.looksAround('m-accept')
  await phone.page.getByRole('dialog').getByRole('button', { name: '接单' }).click()
  await phone.press(/联系/)
  await phone.sees(resident.phone)
  await phone.press('开始服务')
  await phone.press('完成服务')
  const done = phone.page.getByRole('dialog')
  await done.getByLabel('用时（分钟）').fill('45')
  await done.getByLabel('参加人数').fill('2')
  await done.getByLabel('做了什么').fill('换了水管接头，不漏了')
  await done.getByRole('button', { name: '完成服务' }).click()
  await phone.sees('待评价')
  await phone.looksAround('m-done')
  await phone.leave()
})

test('the resident rates it, and sees who looked at the number', async () => {
  const phone = home
  await phone.page.goto('/m/')
  await phone.sees('请您评一评')
  await phone.looksAround('m-to-rate')
  await phone.page.getByText('请您评一评').click()
  await phone.page.locator('.stars label').last().click()
  await phone.looksAround('m-rate')
  await phone.press('提交评价')
  await phone.sees('已办结')
  await phone.page.goto('/m/looks')
  await phone.sees(leader.name)
  await phone.looksAround('m-looks')
  await phone.page.goto('/m/me')
  await phone.sees('登录着的设备')
  await phone.looksAround('m-me')
  await phone.leave()
})

test('whoever has number and code can follow it without signing in', async () => {
  const anybody = await Somebody.at('desk')
  await anybody.page.goto('/')
  await anybody.looksAround('portal')
  await anybody.writes('编号', order.number)
  await anybody.writes('查询码', order.code)
  await anybody.press('看办到哪一步')
  await anybody.sees('已办结')
  await anybody.looksAround('portal-track')
  await anybody.leave()
})

test('the wall shows it', async () => {
  const wall = await Somebody.at('wall')
  await wall.page.goto('/wall/')
  await wall.writes('账号', clerk.login)
  await wall.writes('密码', clerk.password)
  await wall.looksAround('wall-in')
  await wall.press('登录')
  await wall.sees('大良街道')
  // The counters fold the journal a moment later.
  await expect.poll(() => wall.page.locator('.chain').innerText(), { timeout: 30_000 }).toMatch(/评单\s*1/)
  await wall.looksAround('wall')
  await wall.leave()
})

test('the auditor reads the journal and finds its seals whole', async () => {
  const auditor = await Somebody.at('desk')
  await auditor.signsIn('auditor', await firstPassword('auditor'))
  await auditor.page.goto('/desk/journal')
  await auditor.sees(secretary.name)
  await auditor.looksAround('desk-journal')
  await auditor.page.goto('/desk/seals')
  await auditor.press('校验全部日志')
  await auditor.sees('日志完好')
  await auditor.looksAround('desk-seals')
  await auditor.leave()
})

async function first(path: string, name: string) {
  const { items } = await ask<{ items: { code: string; name: string }[] }>(path)
  const found = items.find((each) => each.name.startsWith(name))
  if (!found) throw new Error(`No ${name} in ${path}`)
  return found
}

/** A new account with its first post; gives the password that is shown once. */
async function appoint(
  admin: Somebody,
  who: { name: string; login?: string; phone?: string },
  role: string,
  place: string,
): Promise<string> {
  const { page } = admin
  await page.goto('/desk/accounts')
  await admin.press('新建账号')
  const form = page.getByRole('dialog')
  await form.getByLabel('姓名').fill(who.name)
  if (who.phone) await form.getByLabel('手机号').fill(who.phone)
  if (who.login) await form.getByLabel('账号', { exact: false }).last().fill(who.login)
  await form.getByRole('button', { name: '建立账号' }).click()
  await form.waitFor({ state: 'hidden' })
  const notice = page.locator('.notice .num')
  const password = who.login ? await notice.innerText() : ''
  if (who.login) {
    await page.getByLabel('按姓名或账号查找').fill(who.login)
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: who.name }).first().click()
  }
  await page.getByRole('heading', { name: who.name }).waitFor()
  await admin.press('授予岗位')
  await page.getByLabel('角色').selectOption({ label: role })
  await page.getByRole('combobox', { name: '在哪里任职' }).fill(place)
  await page.getByRole('option', { name: place }).first().click()
  await page.getByRole('button', { name: '授予', exact: true }).click()
  await page.getByRole('listitem').filter({ hasText: place }).waitFor()
  return password
}

async function found(desk: Somebody, of: { name: string; kind: string; area: string; skills?: string }) {
  const { page } = desk
  await page.goto('/desk/organizations?new')
  const form = page.getByRole('dialog').first()
  await form.getByLabel('名称').fill(of.name)
  await form.getByLabel('类别', { exact: true }).selectOption({ label: of.kind })
  await form.getByRole('button', { name: /所在地/ }).click()
  const pick = page.getByRole('dialog', { name: '所在地' })
  await pick.getByRole('searchbox').fill(of.area)
  await pick.getByRole('button', { name: of.area }).first().click()
  if (of.skills) await form.getByLabel('擅长什么').fill(of.skills)
  await form.getByRole('button', { name: '保存组织' }).click()
  await page.getByRole('heading', { name: of.name }).waitFor()
}
