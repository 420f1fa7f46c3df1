import { expect, test } from 'vitest'
import { branch, clerk, county, leader, resident, second, teams } from '../cast'
import { Somebody } from '../people'
import { filled, identity, textOf, type Cell } from '../workbook'
import { appoint, secadmin } from './opening'

const street = `中共杭州市西湖区${county.street}工作委员会`
const committee = `中共西湖区${county.street}${county.community}委员会`
const here = county.street + county.community
/** The resident is a member too. */
const person = { ...resident, identity: identity('33010619500204124') }

test('organizations come in from the template: what is wrong is named, the rest is written', async () => {
  const desk = await Somebody.at('desk')
  await desk.begins(clerk, clerk.password)
  await desk.sees('眼下没有要您办的事')
  await desk.looksAround('desk-work-empty')
  await desk.press('党组织', 'link')
  await desk.sees('这里还没有组织')
  await desk.looksAround('desk-organizations-empty')
  await desk.press('导入组织', 'link')
  const template = await desk.downloads('下载模板')
  expect(template.name).toBe('导入组织模板.xlsx')
  await upload(desk, 'old.xls', Buffer.from('old'))
  await desk.sees('只认 .xlsx 和 .csv 文件')
  await desk.looksAround('desk-import')
  await upload(desk, 'organizations.xlsx', filled(template.content, organizations()))
  await desk.sees('5 行可写入')
  await desk.sees('其中的组织机构代码校验位不对')
  await desk.sees('没有这个区划；相近的有：北山街道曲院社区')
  await desk.sees('不在可选的内容中；相近的有：党支部')
  await desk.sees('与第 6 行重复')
  await desk.sees('单元格里是公式')
  await desk.looksAround('desk-import-checked')
  const annotated = await desk.downloads('下载带批注的原表')
  expect(textOf(annotated.content)).toContain('与第 6 行重复')

  // Whoever leaves the page finds the import where he left it.
  await desk.press('待我办理', 'link')
  await desk.page.goto('/desk/organizations/import')
  await desk.sees('以前的导入')
  await desk.press(/^接着办/)
  await desk.press('先写入可用的 5 行')
  await desk.sees('没有写入的 5 行')
  await desk.looksAround('desk-import-written')
  await desk.press('去看名册', 'link')
  await desk.sees(teams.first)
  await desk.looksAround('desk-organizations')
  await desk.page.getByRole('link', { name: branch }).first().click()
  await desk.sees('2023年6月1日 – 2026年5月31日')
  await desk.looksAround('desk-organization')
  await desk.page.goto('/desk/organizations?new')
  await desk.sees('名称用全称')
  await desk.looksAround('desk-organization-new')
  await desk.leave()
})

test('members come in the same way, and are found by name, phone or identity number', async () => {
  const desk = await Somebody.atTheDesk(clerk)
  await desk.page.goto('/desk/members')
  await desk.sees('还没有党员')
  await desk.looksAround('desk-members-empty')
  await desk.press('导入党员花名册', 'link')
  const template = await desk.downloads('下载模板')
  await upload(desk, 'organizations.xlsx', filled(template.content, [['只有名字']]))
  await desk.sees('校验完了')
  await desk.press('这次不写入')
  await desk.press('再导入一个文件')
  await upload(desk, 'members.xlsx', filled(template.content, members()))
  await desk.sees('校验位不对，请核对是否输错')
  await desk.sees('单元格里是公式')
  await desk.sees(`没有这个党支部；相近的有：${branch}`)
  await desk.looksAround('desk-members-import')
  await desk.press('先写入可用的 3 行')
  await desk.sees('已写入')
  await desk.press('去看名册', 'link')
  await desk.sees('共 3 条')
  await desk.looksAround('desk-members')

  for (const words of [person.phone, person.identity, '陈秀']) {
    await desk.writes('姓名、手机号、身份证号', words)
    await desk.page.keyboard.press('Enter')
    await desk.sees('共 1 条')
    await desk.sees('陈*兰')
  }
  const list = await desk.downloads('导出 Excel')
  expect(textOf(list.content)).toContain('陈*兰')

  await desk.press('陈*兰', 'link')
  await desk.page.getByRole('heading', { name: person.name }).waitFor()
  await desk.looksAround('desk-member')
  await desk.press('查看')
  await desk.form.getByRole('textbox').fill('核对党员档案')
  await desk.looksAround('desk-member-reveal')
  await desk.form.getByRole('button', { name: '查看' }).click()
  await desk.sees(person.identity)
  await desk.page.goto('/desk/members')
  await desk.press('登记党员')
  await desk.looksAround('desk-member-new')
  await desk.leave()
})

test('the teams that came in get their leaders', async () => {
  const admin = await Somebody.atTheDesk(secadmin)
  await appoint(admin, leader, '志愿队队长', teams.first)
  await appoint(admin, second, '志愿队队长', teams.second)
  await admin.leave()
})

async function upload(desk: Somebody, name: string, buffer: Buffer) {
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await desk.page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer })
}

/** 组织名称, 简称, 组织类型, 上级组织, 所在区划, 设置方式, 单位类型, 统一社会信用代码, 书记, 电话, 地址, 成立, 本届起, 本届止 */
function organizations(): Cell[][] {
  const none = undefined
  const term: Cell[] = ['单建', '社区', none, '王建平', '13857100002', none, '2004-04-01', '2023-06-01', '2026-05-31']
  return [
    [street, '北山街道党工委', '党工委', none, county.street],
    [committee, '松木场社区党委', '党委', street, here],
    [branch, none, '党支部', committee, here, ...term],
    [teams.first, '维修队', '志愿服务队', committee, here, none, none, none, leader.name, leader.phone],
    [teams.second, '青年队', '志愿服务队', street, county.street, none, none, none, second.name],
    ['松木场第三支部', none, '支部', committee, here],
    ['曲院社区党支部', none, '党支部', street, '北山街道曲园社区'],
    ['松木物业', none, '物业公司', none, here, none, none, '91330106MA2AX12340'],
    [branch, none, '党支部', committee, here],
    ['公式支部', none, { formula: 'C5' }, street, county.street],
  ]
}

/** 姓名, 公民身份号码, 性别, 民族, 学历, 电话, 住址, 单位, 所在党支部, 党小组, 状态, 类别, 入党, 转正 */
function members(): Cell[][] {
  const none = undefined
  const rest = (of = branch): Cell[] => [none, none, none, none, none, none, of, none, '正式党员', none, '2001-07-01']
  const right = identity('33010619800101111')
  return [
    [
      person.name,
      person.identity,
      '女',
      '汉族',
      '大学本科',
      person.phone,
      '松木场路 8 号',
      none,
      branch,
      none,
      '正式党员',
    ].concat([none, '1974-07-01', '1975-07-01'] as string[]),
    ['陈建国', identity('33010619480101100'), ...rest()],
    ['吴海波', identity('33010619520303114'), ...rest()],
    ['错校验', right.slice(0, 17) + (right.endsWith('1') ? '2' : '1'), ...rest()],
    ['陈建国', identity('33010619480101100'), ...rest()],
    ['没支部', identity('33010619850505123'), ...rest('松木场第1支部')],
    ['公式人', { formula: 'B5' }, ...rest()],
  ]
}
