import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, test, vi } from 'vitest'
import { Problem } from '@/api'
import { t } from '../i18n'
import '../messages'
import './messages'
import { answersOf, defineFields, mistakesIn } from './fields'
import ResourceForm from './ResourceForm.vue'

const fields = defineFields<{ title: string; phone: string; kind?: string; other?: string; n?: number }>({
  title: { label: '要办的事', required: true, max: 5 },
  phone: { label: '手机号', kind: 'phone', required: true },
  kind: { label: '类别', kind: 'choice', options: [{ code: 'A', label: '甲' }] },
  other: { label: '说明', required: true, when: (values) => values.kind === 'A' },
  n: { label: '人数', kind: 'number' },
})
const form = (save: (answers: unknown) => Promise<unknown>) =>
  mount(ResourceForm, {
    props: { fields, save, verb: '登记' },
    global: { mocks: { $t: t }, stubs: { 'el-select': true } },
    attachTo: document.body,
  })

describe('what the browser can see', () => {
  test('names every missing answer in the order of the form', () => {
    expect(mistakesIn(fields, {}).map((each) => each.message)).toEqual(['请填写要办的事', '请填写手机号'])
  })
  test('asks a question only when it is one', () => {
    expect(mistakesIn(fields, { kind: 'A' }).map((each) => each.field)).toContain('other')
    expect(answersOf(fields, { kind: undefined, other: '旧的回答' })).toEqual({})
  })
  test('counts what is too long and what is too short', () => {
    const found = mistakesIn(fields, { title: '一二三四五六', phone: '138' })
    expect(found.map((each) => each.message)).toEqual([
      '要办的事最多 5 个字，现在 6 个',
      '手机号是 11 位数字，现在 3 位',
    ])
  })
  test('sends nothing that was left empty', () => {
    expect(answersOf(fields, { title: ' 修水管 ', phone: '', n: 2 })).toEqual({ title: '修水管', n: 2 })
  })
})

describe('the form', () => {
  test('gives the focus to the summary and sends nothing while something is missing', async () => {
    const save = vi.fn()
    const shown = form(save)
    await shown.find('form').trigger('submit')
    await flushPromises()
    expect(save).not.toHaveBeenCalled()
    expect(document.activeElement?.className).toBe('rf-sum')
    await shown.find('.rf-sum a').trigger('click')
    expect(document.activeElement?.id).toBe('f-title')
    shown.unmount()
  })

  test('shows what the server found in the summary and at the field, in the same words', async () => {
    const message = '标题里请写清楚具体事情'
    const save = vi
      .fn()
      .mockRejectedValueOnce(new Problem({ status: 422, errors: [{ field: 'title', code: 'title', message }] }))
    const shown = form(save)
    await shown.find('#f-title').setValue('测试')
    await shown.find('#f-phone').setValue('13800000000')
    await shown.find('form').trigger('submit')
    await flushPromises()
    expect(save).toHaveBeenCalledWith({ title: '测试', phone: '13800000000' })
    expect(shown.find('.rf-sum').text()).toContain(message)
    expect(shown.find('#e-title').text()).toBe(message)
    expect(shown.find('#f-title').attributes('aria-invalid')).toBe('true')
    expect(shown.emitted('done')).toBeUndefined()

    save.mockResolvedValueOnce(undefined)
    await shown.find('form').trigger('submit')
    await flushPromises()
    expect(shown.emitted('done')).toHaveLength(1)
    shown.unmount()
  })
})
