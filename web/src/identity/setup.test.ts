import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { json, problem, useAnswers } from '@/testing/answers'
import { drawn, inFours, useSetup } from './setup'

const { calls, answer } = useAnswers()
const address = 'otpauth://totp/Lianlin:li?secret=JBSWY3DPEHPK3PXP&issuer=Lianlin&algorithm=SHA1&digits=6&period=30'

test('a secret is drawn and confirmed, and the recovery codes are shown', async () => {
  const { secret, picture, codes, begin, confirm } = useSetup()
  answer(json({ secret: 'JBSWY3DPEHPK3PXP', address }))
  await begin.run()
  expect(secret.value?.address).toBe(address)
  expect(picture.value?.path).toMatch(/^M4 4h1v1h-1z/)

  answer(json({ codes: ['aaaaa-bbbbb'] }))
  await confirm.run('123456')
  expect(calls.at(-1)?.body).toEqual({ code: '123456' })
  expect(codes.value).toEqual(['aaaaa-bbbbb'])
})

test('whoever logged in a while ago is asked for the password, and goes on', async () => {
  const { secret, begin, wantsPassword } = useSetup()
  answer(problem(403, { code: 'session.proof' }))
  await begin.run()
  await flushPromises()
  expect(wantsPassword.value).toBe(true)

  answer(new Response(null, { status: 204 }), json({ secret: 'JBSWY3DPEHPK3PXP', address }))
  await begin.run('mine')
  expect(calls.map((call) => call.path)).toContain('/api/session/proof')
  expect(secret.value).toBeDefined()
})

test('a picture keeps the quiet modules around it, and has the corners that cameras look for', async () => {
  const { size, path } = await drawn(address)
  expect((size - 8 - 17) % 4).toBe(0)
  for (const corner of ['M4 4', `M${size - 5} 4`, `M4 ${size - 5}`]) expect(path).toContain(corner)
  expect(path).not.toMatch(/M[0-3] |M\d+ [0-3]h/)
})

test('a secret is read in fours', () => {
  expect(inFours('JBSWY3DPEHPK3PXP')).toBe('JBSW Y3DP EHPK 3PXP')
})
