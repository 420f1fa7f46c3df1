import { expect, test } from 'vitest'
import { about } from './about'

test('a message leads to the thing that it is about', () => {
  expect(about({ subject: 'service-order', subjectId: '1A' })).toEqual({ name: 'order', params: { id: '1A' } })
})

test('a message about something without a page leads nowhere', () => {
  expect(about({ subject: 'weather', subjectId: '1A' })).toBeUndefined()
})
