import { flushPromises, mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { defineComponent } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { flag, oneOf, text, useFilter } from './filter'

async function page(address: string) {
  let filter!: { area?: string; state?: 'DRAFT'; unread?: true; q?: string }
  const Page = defineComponent({
    setup() {
      filter = useFilter({ area: text, state: oneOf(['DRAFT']), unread: flag, q: text })
      return () => null
    },
  })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/list', component: Page },
      { path: '/other', component: { render: () => null } },
    ],
  })
  await router.push(address)
  mount({ template: '<RouterView />' }, { global: { plugins: [router] } })
  await flushPromises()
  return { filter, router }
}

test('the address says what is shown; what it may not say is no filter', async () => {
  const { filter } = await page('/list?area=440604&state=BOGUS&unread=true')
  expect(filter).toEqual({ area: '440604', state: undefined, unread: true, q: undefined })
})

test('what is chosen goes into the address, beside what else stands there', async () => {
  const { filter, router } = await page('/list?new')
  filter.state = 'DRAFT'
  filter.q = '水管'
  await flushPromises()
  expect(router.currentRoute.value.query).toEqual({ new: null, state: 'DRAFT', q: '水管' })
  filter.state = undefined
  await flushPromises()
  expect(router.currentRoute.value.query).toEqual({ new: null, q: '水管' })
})

test('a link to the same page asks another question, one to another page asks nothing', async () => {
  const { filter, router } = await page('/list?q=a')
  await router.push('/list?state=DRAFT')
  expect(filter).toEqual({ area: undefined, state: 'DRAFT', unread: undefined, q: undefined })
  await router.push('/other')
  expect(filter.state).toBe('DRAFT')
})

test('two changes shortly after each other are both kept', async () => {
  const { filter, router } = await page('/list')
  filter.area = '440604'
  await Promise.resolve()
  filter.q = '水'
  await flushPromises()
  expect(filter).toMatchObject({ area: '440604', q: '水' })
  expect(router.currentRoute.value.query).toEqual({ area: '440604', q: '水' })
})
