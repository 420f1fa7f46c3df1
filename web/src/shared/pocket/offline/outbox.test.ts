import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import { api, asIntent, newIntent, Problem } from '@/api'
import { stillHere } from '@/shared/acting'
import { packed, unpacked, type Drawer } from './drawer'
import {
  arrived,
  forgetLetters,
  letterKind,
  letters,
  openOutbox,
  sendAll,
  sendOrKeep,
  takeBack,
  tryAgain,
} from './outbox'

/** A drawer without locks, for as long as a test lasts. */
function paperDrawer(): Drawer {
  const kept = new Map<string, unknown>()
  const at = (shelf: string, id: string) => `${shelf}/${id}`
  return {
    put: async (shelf, id, value) => void kept.set(at(shelf, id), JSON.parse(JSON.stringify(value))),
    get: async (shelf, id) => kept.get(at(shelf, id)),
    all: async (shelf) =>
      [...kept].filter(([id]) => id.startsWith(shelf)).map(([id, value]) => [id.slice(shelf.length + 1), value]),
    remove: async (shelf, id) => void kept.delete(at(shelf, id)),
    clear: async () => kept.clear(),
  }
}
const session = { signedIn: true, person: { id: 'P', name: '甲' }, post: { id: 'A' }, posts: [], permissions: [] }
const here = (change: object = {}) =>
  vi.spyOn(api, 'GET').mockResolvedValue({ data: { ...session, ...change } } as never)

/** A server that does each key once, on a line that can be cut before or after the work is done. */
const server = { line: 'whole' as 'whole' | 'cut' | 'deaf', done: new Map<string, unknown>(), tries: 0 }
letterKind<{ what: string; refuse?: number }>('test', async (body, headers) => {
  server.tries++
  if (server.line === 'cut') throw Problem.unreachable()
  if (body.refuse) throw new Problem({ status: body.refuse, title: '没有办成' })
  server.done.set(headers['Idempotency-Key'], body.what)
  if (server.line === 'deaf') throw Problem.unreachable()
  return body.what
})
const done = () => [...server.done.values()]
const does = (what: string, more: { thing?: string; refuse?: number } = {}) => {
  const { thing, refuse } = more
  return asIntent(newIntent(), () =>
    sendOrKeep({ kind: 'test', thing, title: what, lines: [], body: { what, refuse }, to: '/' }),
  )
}

beforeEach(async () => {
  vi.useRealTimers()
  Object.assign(server, { line: 'whole', done: new Map(), tries: 0 })
  here()
  await stillHere()
  await openOutbox(paperDrawer())
})

it('sends at once while there is a line, and keeps nothing', async () => {
  expect(await does('一')).toEqual({ kept: false, answer: '一' })
  expect(letters.value).toEqual([])
})

it('does a hundred things once each and in order, sent twice and cut off before and after the work (R16)', async () => {
  server.line = 'cut'
  for (let n = 0; n < 100; n++) await does(String(n), { thing: `order ${n % 7}` })
  expect(letters.value).toHaveLength(100)
  for (const line of ['deaf', 'cut', 'deaf', 'whole'] as const) {
    server.line = line
    await Promise.all([sendAll(), sendAll()])
  }
  expect(letters.value).toEqual([])
  expect(done()).toEqual(Array.from({ length: 100 }, (_, n) => String(n)))
})

it('keeps the same key when the answer was lost', async () => {
  server.line = 'deaf'
  await does('一')
  server.line = 'whole'
  await sendAll()
  expect(done()).toEqual(['一'])
  expect(arrived.value).toMatchObject({ letter: { title: '一' }, answer: '一' })
})

it('tells a refusal, keeps what was written, and lets what belongs to the same thing wait', async () => {
  server.line = 'cut'
  await does('拒', { thing: 'a', refuse: 412 })
  await does('随后', { thing: 'a' })
  await does('别的', { thing: 'b' })
  await flushPromises()
  server.line = 'whole'
  await sendAll()
  expect(done()).toEqual(['别的'])
  expect(letters.value.map((each) => [each.title, each.refused?.status])).toEqual([
    ['拒', 412],
    ['随后', undefined],
  ])
  await tryAgain(letters.value[0]!)
  expect(letters.value).toHaveLength(2)
  await takeBack(letters.value[0]!)
  await sendAll()
  expect(done()).toEqual(['别的', '随后'])
})

it('sends nothing under another post, and goes on under the right one', async () => {
  server.line = 'cut'
  await does('一')
  server.line = 'whole'
  here({ post: { id: 'B' } })
  await sendAll()
  expect(done()).toEqual([])
  here()
  await stillHere()
  await sendAll()
  expect(done()).toEqual(['一'])
})

it('waits for whoever was signed out to sign in again', async () => {
  server.line = 'cut'
  await does('一', { refuse: 401 })
  server.line = 'whole'
  await sendAll()
  expect(letters.value[0]?.refused).toBeUndefined()
  expect(server.tries).toBe(2)
})

it('goes behind what waits of the same thing', async () => {
  server.line = 'cut'
  await does('一', { thing: 'a' })
  server.line = 'whole'
  expect((await does('二', { thing: 'a' })).kept).toBe(true)
  await flushPromises()
  await sendAll()
  expect(done()).toEqual(['一', '二'])
})

it('keeps nothing for the next person, and nothing where the browser cannot close it', async () => {
  server.line = 'cut'
  await does('一')
  await forgetLetters('somebody else')
  expect(letters.value).toEqual([])
  await openOutbox(undefined)
  await expect(does('二')).rejects.toMatchObject({ code: 'unreachable' })
})

it('packs a picture behind its words', () => {
  const bytes = new Uint8Array([1, 2, 3]).buffer
  const back = unpacked(packed({ id: '单', bytes }).buffer) as { id: string; bytes: ArrayBuffer }
  expect(back.id).toBe('单')
  expect([...new Uint8Array(back.bytes)]).toEqual([1, 2, 3])
})
