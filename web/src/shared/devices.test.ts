import { expect, it } from 'vitest'
import { deviceName } from './devices'

it('calls a device by the names that people know', () => {
  const android = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36'
  expect(deviceName(`${android} MicroMessenger/8.0`)).toBe('微信 · Android')
  expect(deviceName('Mozilla/5.0 (Windows NT 10.0) Chrome/126.0 Safari/537.36 Edg/126.0')).toBe('Edge · Windows')
  expect(deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1')).toBe(
    'Safari · iPhone / iPad',
  )
})

it('leaves what it does not know as it is', () => {
  expect(deviceName('curl/8.5')).toBe('curl/8.5')
  expect(deviceName('')).toBe('—')
})
