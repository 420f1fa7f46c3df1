import { expect, test } from 'vitest'
import { clerk, county } from '../cast'
import { Somebody } from '../people'

/** Corners near Hangzhou, in thousandths of a degree. */
const at = ([east, north]: readonly [number, number]) => [120.13 + east / 1000, 30.27 + north / 1000]
const ring = (corners: readonly (readonly [number, number])[]) => [...corners, corners[0]!].map(at)
const box = (west: number, south: number, east: number, north: number) =>
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ] as const
const written = (corners: readonly (readonly [number, number])[]) =>
  corners.map((each) => at(each).join(', ')).join('\n')
const feature = (code: string, corners: readonly (readonly [number, number])[]) => ({
  type: 'Feature',
  properties: { code },
  geometry: { type: 'Polygon', coordinates: [ring(corners)] },
})
const file = (...features: object[]) => ({
  name: 'grids.geojson',
  mimeType: 'application/geo+json',
  buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })),
})
let community = ''
const grids: string[] = []

test('outlines come from a file: what is wrong is said for each, then all are written', async () => {
  const desk = await Somebody.atTheDesk(clerk)
  await desk.page.goto('/desk/grids')
  await desk.press('新建网格')
  await desk.picksPlace(/所在社区/, county.community)
  await desk.writes('网格名称', '松木场第二网格')
  await desk.press('保存网格')
  await desk.page.waitForURL(/\/grids\/\d{15}$/)
  const second = desk.page.url().slice(-15)
  community = second.slice(0, 12)
  grids.push(`${community}001`, second)

  await desk.page.goto('/desk/map')
  await desk.looksAround('desk-map-empty')
  await desk.press('导入 GeoJSON', 'link')
  const choose = desk.page.locator('input[type=file]')
  await choose.setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('no map') })
  await desk.sees('文件不是有效的 JSON')
  desk.forgives(/422/)
  await choose.setInputFiles(
    file(
      feature(community, box(0, 0, 20, 10)),
      feature(grids[0]!, box(0, 0, 12, 10)),
      feature(grids[1]!, box(10, 0, 20, 10)),
      feature('123', box(0, 0, 1, 1)),
    ),
  )
  await desk.sees('3 处可写入 / 2 处要改')
  await desk.sees(/重叠 \d+ 平方米/)
  await desk.looksAround('desk-shapes-wrong')
  await choose.setInputFiles(file(feature(community, box(0, 0, 20, 10)), feature(grids[0]!, box(0, 0, 10, 10))))
  await desk.press('写入 2 处轮廓')
  await desk.sees('已写入 2 处轮廓')
  await desk.looksAround('desk-shapes-written')
  await desk.leave()
})

test('a grid is drawn: an overlap is refused, cut to fit, and saved', async () => {
  const desk = await Somebody.atTheDesk(clerk)
  await desk.page.goto(`/desk/grids/${grids[1]}`)
  await desk.press('画轮廓', 'link')
  await desk.sees('至少三个角')
  const map = desk.page.locator('.map-holder[aria-busy=false]')
  await map.click({ position: { x: 200, y: 200 } })
  await map.click({ position: { x: 320, y: 200 } })
  await map.click({ position: { x: 320, y: 300 } })
  await desk.page.locator('.map-corner').nth(2).waitFor()
  await desk.sees(/\d 个角|个角/)
  await desk.press('重画')
  await desk.page.getByText('写坐标').click()
  await desk.writes('每行一个角', written(box(8, 0, 20, 10)))
  await desk.page.getByLabel('每行一个角').blur()
  await desk.sees(/松木场第一网格重叠|与.*重叠 \d+ 平方米/)
  expect(await desk.page.getByRole('button', { name: '保存轮廓' }).isDisabled()).toBe(true)
  await desk.looksAround('desk-shape-overlap')
  await desk.press('按邻界裁齐')
  await desk.sees('与相邻网格合缝')
  await desk.looksAround('desk-shape')
  await desk.press('保存轮廓')
  await desk.sees('改轮廓')
  await desk.looksAround('desk-grid-drawn')
  await desk.leave()
})

test('a point finds its grid and who serves there', async () => {
  const desk = await Somebody.atTheDesk(clerk)
  await desk.page.goto(`/desk/map?area=${community}`)
  await desk.sees('网格之间没有重叠')
  await desk.writes('经度, 纬度', at([5, 5]).join(', '))
  await desk.press('查找')
  await desk.sees('钱立新')
  await desk.looksAround('desk-map-point')
  await desk.page.goto(`/desk/territory?area=${community}`)
  await desk.sees('一张图')
  await desk.looksAround('desk-territory-map')
  await desk.leave()
})

test('a service place gets its spot and a photo, and everybody finds it', async () => {
  const desk = await Somebody.atTheDesk(clerk)
  await desk.page.goto('/desk/places')
  await desk.press('松木场社区党群服务中心', 'link')
  await desk.press('修改阵地')
  await desk.form.getByLabel(/在地图上点一下/).fill(at([4, 4]).join(', '))
  await desk.looksAround('desk-place-spot')
  await desk.press('保存阵地')
  await desk.page.getByRole('link', { name: '步行路线' }).waitFor()
  await desk.looksAround('desk-place')
  await desk.leave()

  for (const screen of ['desk', 'phone'] as const) {
    const anybody = await Somebody.at(screen)
    await anybody.page.goto('/')
    await anybody.press(/^身边的阵地/, 'link')
    await anybody.writes('写名称、社区或地址找', '松木场')
    await anybody.sees('1 处')
    await anybody.looksAround('portal-stations')
    await anybody.press(/松木场社区党群服务中心/, 'link')
    await anybody.sees('周一至周六')
    await anybody.looksAround('portal-station')
    await anybody.leave()
  }
})
