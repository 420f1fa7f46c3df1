import { test } from 'vitest'
import { Somebody } from '../people'

test('a visitor finds what helps, how data are treated and how to complain, and tracks nothing without the code', async () => {
  for (const screen of ['desk', 'phone'] as const) {
    const visitor = await Somebody.at(screen)
    await visitor.page.goto('/')
    await visitor.press(/^您的信息怎么用|一条一条地说清楚/, 'link')
    await visitor.sees('这一页说的是系统现在实际怎么做')
    await visitor.looksAround('portal-privacy')
    await visitor.press('投诉和意见', 'link')
    await visitor.sees('这里没有网上投诉表')
    await visitor.looksAround('portal-complaints')
    await visitor.press('回到门口', 'link')
    await visitor.press(/^服务菜单/, 'link')
    await visitor.sees('现在能帮的忙')
    await visitor.page.goto('/')
    await visitor.writes('编号', 'DD-260101-000001')
    await visitor.writes('查询码', '000000')
    await visitor.press('看办到哪一步')
    await visitor.sees('没有找到这个编号，或者查询码不对')
    visitor.forgives(/404/)
    await visitor.leave()
  }
})
