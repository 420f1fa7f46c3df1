import { mount } from '@vue/test-utils'
import { beforeEach, expect, test, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { preferences } from '../preferences'
import { keysNow, press, useKeys } from './keys'

const down = vi.fn()
const orders = vi.fn()
const Page = defineComponent({
  setup() {
    useKeys('page', () => [
      { on: 'j', says: 'down', run: down },
      { on: 'g o', says: 'orders', run: orders },
    ])
    return () => h('div', [h('input', { id: 'words' }), h('input', { id: 'mark', type: 'checkbox' })])
  },
})
const hit = (key: string, more: KeyboardEventInit = {}, at: Element = document.body, now?: number) => {
  const event = new KeyboardEvent('keydown', { key, cancelable: true, ...more })
  Object.defineProperty(event, 'target', { value: at })
  press(event, now)
  return event
}
beforeEach(() => {
  vi.clearAllMocks()
  preferences.keys = true
})

test('a key does what it says, and the browser does nothing with it', () => {
  const page = mount(Page)
  expect(hit('j').defaultPrevented).toBe(true)
  expect(down).toHaveBeenCalledOnce()
  page.unmount()
  hit('j')
  expect(down).toHaveBeenCalledOnce()
  expect(keysNow()).toEqual([])
})

test('two keys one after the other lead to a page; too slow is no pair', () => {
  const page = mount(Page)
  hit('g', {}, document.body, 1000)
  hit('o', {}, document.body, 1500)
  expect(orders).toHaveBeenCalledOnce()
  hit('g', {}, document.body, 2000)
  hit('o', {}, document.body, 9000)
  expect(orders).toHaveBeenCalledOnce()
  page.unmount()
})

test('nothing is taken from those who write, compose or give the browser an order', () => {
  const page = mount(Page)
  hit('j', {}, page.find('#words').element)
  hit('j', { isComposing: true })
  hit('j', { ctrlKey: true })
  hit('j', { altKey: true })
  expect(down).not.toHaveBeenCalled()
  hit('j', {}, page.find('#mark').element)
  expect(down).toHaveBeenCalledOnce()
  page.unmount()
})

test('whoever turned the keys off has them off', () => {
  const page = mount(Page)
  preferences.keys = false
  hit('j')
  expect(down).not.toHaveBeenCalled()
  page.unmount()
})
