import { flushPromises, mount } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import type { Schemas } from '@/api'
import { t } from '../i18n'
import '../messages'
import './messages'
import { formOf } from './actions'
import SignBar from './SignBar.vue'

const dispatch: Schemas['CaseViewOffered'] = {
  name: 'dispatch',
  label: '下单给所选队伍',
  tone: 'sign',
  form: [
    { field: 'taker', kind: 'team', label: '接单队伍', options: [], required: true },
    { field: 'note', kind: 'long', label: '办理意见', options: [], hint: '群众会看到', required: false },
  ],
}
const pause: Schemas['CaseViewOffered'] = { name: 'pause', label: '暂停计时', tone: 'plain', form: [] }
const doing = { busy: false, problem: undefined, clear: () => undefined }

function bar(props: { given?: Record<string, unknown>; wait?: string; actions?: Schemas['CaseViewOffered'][] }) {
  const act = vi.fn().mockResolvedValue(true)
  const shown = mount(SignBar, {
    props: { actions: [pause, dispatch], doing, act, ...props },
    global: { mocks: { $t: t }, stubs: { FormDialog: true } },
  })
  return { shown, act }
}

test('the one red button names the act and sends the opinion with what the page knows', async () => {
  const { shown, act } = bar({ given: { taker: 't1' } })
  expect(shown.findAll('.stamp').map((each) => each.text())).toEqual(['下单给所选队伍'])
  expect(shown.find('#sign-opinion').attributes('placeholder')).toBe('群众会看到')
  await shown.find('#sign-opinion').setValue('周三上午办结')
  await shown.find('.stamp').trigger('click')
  await flushPromises()
  expect(act).toHaveBeenCalledWith('dispatch', { taker: 't1', note: '周三上午办结' })
})

test('an ordinary act takes neither the opinion nor the taker that belong to another', async () => {
  const { shown, act } = bar({ given: { taker: 't1' } })
  await shown.find('#sign-opinion').setValue('周三上午办结')
  await shown.find('[data-tone=plain]').trigger('click')
  expect(act).toHaveBeenCalledWith('pause', {})
})

test('what is missing is asked before anything is sent', async () => {
  const { shown, act } = bar({})
  await shown.find('.stamp').trigger('click')
  expect(act).not.toHaveBeenCalled()
})

test('the red button waits, and says for what', () => {
  const { shown } = bar({ wait: '先选一支队伍' })
  expect(shown.find('.stamp').attributes('disabled')).toBeDefined()
  expect(shown.find('#sign-wait').text()).toBe('先选一支队伍')
})

test('nothing is drawn when nothing may be done', () => {
  expect(bar({ actions: [] }).shown.find('.sign').exists()).toBe(false)
})

test('a question that was answered is not asked again', () => {
  expect(Object.keys(formOf(dispatch, { taker: 't1' }))).toEqual(['note'])
})
