import { describe, expect, test } from 'vitest'

type Table = Record<string, string>
const chinese = import.meta.glob<{ default: Table }>('/src/**/zh.ts', { eager: true })
const english = import.meta.glob<{ default: Table }>('/src/**/en.ts', { eager: true })
const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort()

describe.each(Object.keys(chinese))('%s', (file) => {
  const zh = chinese[file]!.default
  const en = english[file.replace('zh.ts', 'en.ts')]?.default ?? {}

  test('has the same keys in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
  })
  test('fills the same places in both languages', () => {
    for (const [key, text] of Object.entries(zh)) expect([key, places(en[key] ?? '')]).toEqual([key, places(text)])
  })
  test('leaves nothing untranslated', () => {
    const left = Object.entries(en).filter(([, text]) => /[\u4e00-\u9fff]/.test(text))
    expect(left).toEqual([])
  })
})

test('no two files say the same key', () => {
  const keys = Object.values(chinese).flatMap((file) => Object.keys(file.default))
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})
