import { expect, it } from 'vitest'
import { emptyWish, guess, keepable, titleOf, toDraft, wantedOn } from './placing'

const now = new Date('2026-11-21T17:00:00Z') // the 22nd has begun in Beijing

it('takes the first sentence for the title', () => {
  expect(titleOf(' 厨房水管漏水。已经接了两天水。')).toBe('厨房水管漏水')
  expect(titleOf('想请人教我用手机\n周末最好')).toBe('想请人教我用手机')
})

it('shortens a long sentence at a comma, or says that it goes on', () => {
  const long = '家里厨房的水管从前天开始一直漏水，我用盆接着，子女都在外地工作暂时回不来，想请懂水电的人来看看'
  expect(titleOf(long)).toBe('家里厨房的水管从前天开始一直漏水，我用盆接着，子女都在外地工作暂时回不来')
  expect(titleOf('水'.repeat(50))).toBe(`${'水'.repeat(39)}…`)
})

it('counts days by the calendar of Beijing', () => {
  expect(wantedOn({ ...emptyWish(), when: 'tomorrow' }, now)).toBe('2026-11-23')
  expect(wantedOn({ ...emptyWish(), when: 'after' }, now)).toBe('2026-11-24')
  expect(wantedOn({ ...emptyWish(), when: 'day', day: '2026-12-01' }, now)).toBe('2026-12-01')
  expect(wantedOn(emptyWish(), now)).toBeUndefined()
})

it('sends what was said and leaves out what was not', () => {
  const wish = { ...emptyWish(), category: 'REPAIR' as const, text: '水管漏水 ', persons: '2' }
  expect(toDraft(wish, '440604001001', now)).toEqual({
    title: '水管漏水',
    detail: '水管漏水',
    category: 'REPAIR',
    area: '440604001001',
    channel: 'APP',
    persons: 2,
  })
})

it('sends the service of the menu in place of a category, by its name where nothing is added', () => {
  const item = { id: '0KF3Q2Z7V1ABC', title: '上门水电小修' }
  const wish = { ...emptyWish(), item, category: 'CARE' as const, priority: 'ELDERLY' as const }
  expect(toDraft(wish, '440604001001', now)).toEqual({
    title: '上门水电小修',
    detail: '',
    item: item.id,
    priority: 'ELDERLY',
    area: '440604001001',
    channel: 'APP',
  })
  expect(toDraft({ ...wish, text: '灯不亮' }, '440604001001', now).title).toBe('灯不亮')
})

it('keeps no address on the phone', () => {
  const kept = keepable({ ...emptyWish(), text: '水管漏水', address: '3 栋 201' })
  expect(JSON.stringify(kept)).not.toMatch(/201|priority/)
  expect(kept.text).toBe('水管漏水')
})

it('guesses the kind of help from what is said, and leaves it open where nothing says so', () => {
  expect(guess('厨房水管漏水，已经接了两天水')).toBe('REPAIR')
  expect(guess('想请人陪老人去医院复查')).toBe('CARE')
  expect(guess('每周三上门为张奶奶量血压')).toBe('HEALTH')
  expect(guess('独居，想请人帮忙买菜')).toBe('CARE')
  expect(guess('3 号楼楼道堆放电动车')).toBe('SAFETY')
  expect(guess('孩子作业不会做')).toBe('STUDY')
  expect(guess('医保怎么报销')).toBe('AGENCY')
  expect(guess('请帮忙')).toBeUndefined()
})
