import { createServer, connect, type Server, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { leader } from '../demo'
import { needed, Somebody } from '../people'

/** A door before the application that can be shut and opened again, as if the server were killed and started. */
class Door {
  private readonly open = new Set<Socket>()
  private server?: Server
  port = 0

  async start() {
    const { hostname, port } = new URL(needed('LIANLIN_URL'))
    this.server = createServer((from) => {
      const to = connect(Number(port), hostname)
      for (const socket of [from, to]) {
        this.open.add(socket)
        socket.on('error', () => undefined).on('close', () => this.open.delete(socket))
      }
      from.pipe(to).pipe(from)
    })
    await new Promise<void>((resolve) => this.server!.listen(this.port, '127.0.0.1', resolve))
    this.port = (this.server.address() as { port: number }).port
  }
  async kill() {
    for (const socket of this.open) socket.destroy()
    await new Promise((resolve) => this.server!.close(resolve))
  }
}

async function hangs(address: string) {
  const wall = await Somebody.at('wall')
  await wall.page.goto(address)
  await wall.writes('账号', leader.login)
  await wall.writes('密码', leader.password)
  await wall.press('登录')
  await wall.sees('一单到底')
  return wall
}

test('the wall loses the server, says so, and finds it again by itself', async () => {
  const door = new Door()
  await door.start()
  const wall = await hangs(`http://127.0.0.1:${door.port}/wall/`)
  await wall.sees('数据截至')
  await wall.looksAround('wall-district', false)
  await door.kill()
  await wall.sees('连不上服务器，这是')
  expect(await wall.page.locator('.figures dd').count()).toBeGreaterThan(0)
  await wall.looksAround('wall-lost', false)
  await door.start()
  await wall.sees('数据截至')
  wall.forgives(/ERR_CONNECTION|ERR_EMPTY|ERR_FAILED|ERR_SOCKET/)
  await wall.leave()
  await door.kill()
})

test('arrows, OK and back lead through the places, and the one in focus is seen from afar', async () => {
  const wall = await hangs('/wall/')
  const { page } = wall
  await page.locator('.ground g[role=button]').first().waitFor()
  await page.keyboard.press('ArrowRight')
  await page.locator('.ground g[role=button]:focus').waitFor()
  const first = await page.locator('.ground .said b').first().innerText()
  const ring = await page.locator('.ground .edge').evaluate((each) => {
    const { strokeWidth, stroke } = getComputedStyle(each)
    return { width: parseFloat(strokeWidth), stroke }
  })
  expect(ring.width).toBeGreaterThanOrEqual(5)
  expect(ring.stroke).not.toBe('none')
  await wall.looksAround('wall-focus', false)
  await page.keyboard.press('Enter')
  await wall.sees(`${first}　区域共治`)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: new RegExp(`^${first}`) }).waitFor()
  await wall.leave()
})

test('a wall that hangs for a day holds no more than in its first hour', async () => {
  const wall = await Somebody.at('wall')
  const { page } = wall
  await page.clock.install()
  await page.goto('/wall/')
  await wall.writes('账号', leader.login)
  await wall.writes('密码', leader.password)
  await wall.press('登录')
  await wall.sees('一单到底')
  const picture = await (await page.request.get('/api/wall')).text()
  let asked = 0
  await page.route('**/api/wall', (route) => {
    asked++
    const fresh = picture.replace(/"asOf":"[^"]+"/, `"asOf":"${new Date(Date.now() + asked * 5_000).toISOString()}"`)
    return route.fulfill({ body: fresh, contentType: 'application/json' })
  })
  const protocol = await wall.context.newCDPSession(page)
  const held = async () => {
    // what ends with an answer of the network is let go only on the next round
    for (let round = 0; round < 3; round++) {
      await protocol.send('HeapProfiler.collectGarbage')
      await new Promise((later) => setTimeout(later, 200))
    }
    return (await protocol.send('Runtime.getHeapUsage')).usedSize
  }
  const run = async (pictures: number) => {
    for (const until = asked + pictures; asked < until;) await page.clock.runFor(5_100)
  }
  await run(150)
  const before = await held()
  await run(600)
  const after = await held()
  expect(after / before, `${before} bytes became ${after}`).toBeLessThan(1.1)
  await wall.leave()
})
