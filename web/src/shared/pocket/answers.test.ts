import { expect, it } from 'vitest'
import type { Schemas } from '@/api'
import '@/shared/messages'
import { answerable, mistakesIn, toSend } from './answers'

const form: Schemas['CaseViewField'][] = [
  { field: 'minutes', kind: 'number', label: '用时（分钟）', options: [], required: true },
  { field: 'note', kind: 'long', label: '服务情况', options: [], required: false, max: 5 },
  { field: 'stars', kind: 'rating', label: '满意程度', options: [], required: true },
]

it('names what is missing in words of the form', () => {
  expect(mistakesIn(form, { minutes: ' ', note: '' })).toEqual([
    { field: 'minutes', message: '请填写用时（分钟）' },
    { field: 'stars', message: '请选择满意程度' },
  ])
})

it('finds what is too long and what is no number', () => {
  expect(mistakesIn(form, { minutes: '一小时', note: '换了接头试水', stars: 5 })).toEqual([
    { field: 'minutes', message: '用时（分钟）要写数字' },
    { field: 'note', message: '服务情况最多 5 个字，现在 6 个' },
  ])
})

it('sends figures as numbers and leaves out what was left empty', () => {
  expect(toSend(form, { minutes: '90', note: '', stars: 4, other: 'x' })).toEqual({ minutes: 90, stars: 4 })
})

it('leaves the choice of a team to the desk', () => {
  const action = (kind: 'team' | 'text'): Schemas['CaseViewOffered'] => ({
    name: 'dispatch',
    label: '下单',
    tone: 'sign',
    form: [{ field: 'taker', kind, label: '队伍', options: [], required: true }],
  })
  expect(answerable(action('team'))).toBe(false)
  expect(answerable(action('text'))).toBe(true)
})
