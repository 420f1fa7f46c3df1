import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { api } from '@/api'
import { json, problem, useAnswers } from '@/testing/answers'
import {
  beginAgain,
  choosePassword,
  choosesPassword,
  handed,
  loadSession,
  may,
  person,
  renew,
  renewal,
  renewByCode,
  showCode,
  signIn,
  signedIn,
  ticket,
} from './acting'
import { preferences } from './preferences'

const { calls, answer } = useAnswers()
const post = (id: string) => ({ id, role: { code: 'CLERK', label: '' }, organization: null, area: null, label: id })
const session = (person: string, on: string, csrf: string, more: object = {}) =>
  json({
    signedIn: true,
    person: { id: person, name: person },
    post: post(on),
    posts: [post('p1'), post('p2')],
    permissions: ['order.read'],
    csrf,
    demo: false,
    ...more,
  })

test('a session that runs out in the middle of a form is renewed over the page, and the form is sent once more', async () => {
  answer(session('li', 'p2', 'old'))
  await loadSession()
  expect(may('order.read')).toBe(true)
  expect(may('journal.read')).toBe(false)

  answer(problem(401), session('li', 'p1', 'mid'), session('li', 'p2', 'new'), json({ code: '440604' }))
  const sent = api.POST('/api/jurisdictions', { body: { code: '440604' } })
  await flushPromises()
  expect(renewal.value).toBeDefined()

  expect(await renew({ login: 'li', password: 'x' })).toBe('same')
  renewal.value?.done(true)
  await sent

  const tries = calls.filter((call) => call.path === '/api/jurisdictions')
  expect(tries.map((call) => call.headers.get('X-CSRF-Token'))).toEqual(['old', 'new'])
  expect(tries[1]?.body).toEqual({ code: '440604' })
  expect(tries[1]?.headers.get('Idempotency-Key')).toBe(tries[0]?.headers.get('Idempotency-Key'))
  // The work goes on under the post under which it was begun.
  expect(calls.find((call) => call.method === 'PUT')?.body).toEqual({ id: 'p2' })
})

test('whoever does not log in again gets the refusal, and may try once more', async () => {
  answer(problem(401))
  const sent = api.POST('/api/jurisdictions', { body: { code: '440604' } })
  await flushPromises()
  renewal.value?.done(false)
  await expect(sent).rejects.toMatchObject({ status: 401 })
  expect(renewal.value).toBeUndefined()
})

test('another person is told apart from the one who began', async () => {
  answer(session('wang', 'p1', 'c'))
  expect(await renew({ login: 'wang', password: 'x' })).toBe('other')
})

test('how somebody likes to read comes back with the session and is kept when it changes', async () => {
  answer(session('li', 'p1', 'c', { preferences: { elder: true, night: false, compact: false, language: 'zh-CN' } }))
  await loadSession()
  await flushPromises()
  expect(preferences.elder).toBe(true)
  expect(calls.filter((call) => call.method === 'PUT')).toEqual([])

  answer(json({}))
  preferences.night = true
  await flushPromises()
  expect(calls.find((call) => call.method === 'PUT')?.body).toMatchObject({ elder: true, night: true })
})

test('a password that was handed over is known until its owner has chosen his own', async () => {
  answer(session('li', 'p1', 'c', { choosesPassword: true }))
  await signIn({ login: 'li', password: 'given' })
  expect(handed.value).toBe('given')

  answer(new Response(null, { status: 204 }), session('li', 'p1', 'c'))
  await choosePassword('given', 'only-mine-1')
  expect(handed.value).toBeUndefined()
  expect(choosesPassword.value).toBe(false)
})

const half = (ticket: string) => json({ signedIn: false, posts: [], permissions: [], demo: false, codes: true, ticket })

test('whoever has a second factor is in only with a code of it', async () => {
  answer(json({ signedIn: false, posts: [], permissions: [], demo: false, codes: true }))
  await loadSession()
  answer(half('t1'))
  expect(await signIn({ login: 'chen', password: 'given' })).toBe(false)
  expect(signedIn.value).toBe(false)
  expect(ticket.value).toBe('t1')

  answer(problem(401))
  await expect(showCode('111111')).rejects.toMatchObject({ status: 401 })
  expect(ticket.value).toBe('t1')

  answer(session('chen', 'p1', 'c', { choosesPassword: true }))
  await showCode('123456')
  expect(calls.at(-1)?.body).toEqual({ ticket: 't1', code: '123456' })
  expect(ticket.value).toBeUndefined()
  expect(person.value?.name).toBe('chen')
  expect(handed.value).toBe('given')
})

test('a session is renewed over the page in two halves as well, and the page stays the same in between', async () => {
  answer(session('chen', 'p2', 'c'))
  await loadSession()
  answer(half('t2'))
  expect(await renew({ login: 'chen', password: 'x' })).toBe('half')
  expect(signedIn.value).toBe(true)

  answer(session('chen', 'p1', 'd'), session('chen', 'p2', 'd'))
  expect(await renewByCode('123456')).toBe('same')
  expect(calls.at(-1)?.body).toEqual({ id: 'p2' })
})

test('somebody who begins again has no ticket any more', async () => {
  answer(half('t3'))
  await signIn({ login: 'chen', password: 'x' })
  beginAgain()
  expect(ticket.value).toBeUndefined()
})
