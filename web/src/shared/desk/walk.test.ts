import { flushPromises, mount } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import { defineComponent, ref } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { setOut, useWalk } from './walk'

type Walk = ReturnType<typeof useWalk>

/** A page about one thing, made anew for every address as the frame of the desk does it. */
async function at(address: string) {
  const walk = ref<Walk>()
  const Thing = defineComponent({
    setup() {
      walk.value = useWalk()
      return () => null
    },
  })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/orders', component: { render: () => null } },
      { path: '/orders/:id', component: Thing },
    ],
  })
  await router.push('/orders')
  await router.push(address)
  mount({ template: '<RouterView :key="$route.path" />' }, { global: { plugins: [router] } })
  await flushPromises()
  return { walk, router, path: () => router.currentRoute.value.fullPath }
}

test('the next one of the list follows, over the end of its page, and then the list itself', async () => {
  const more = vi.fn().mockResolvedValueOnce(['/orders/3']).mockResolvedValue([])
  setOut({ from: '/orders?state=SUBMITTED', stops: ['/orders/1', '/orders/2'], more })
  const page = await at('/orders/1')
  await page.walk.value!.forward()
  await flushPromises()
  expect(page.path()).toBe('/orders/2')
  expect(more).not.toHaveBeenCalled()
  await page.walk.value!.forward()
  await flushPromises()
  expect(page.path()).toBe('/orders/3')
  await page.walk.value!.forward()
  await flushPromises()
  expect(page.path()).toBe('/orders?state=SUBMITTED')
})

test('the way back leads to the list and not through all that was looked at', async () => {
  setOut({ from: '/orders', stops: ['/orders/1', '/orders/2'], more: () => Promise.resolve([]) })
  const page = await at('/orders/1')
  await page.walk.value!.forward()
  await flushPromises()
  page.router.back()
  await flushPromises()
  expect(page.path()).toBe('/orders')
})

test('whoever came by another way is on no walk', async () => {
  setOut({ from: '/orders', stops: ['/orders/1'], more: () => Promise.resolve([]) })
  const page = await at('/orders/9')
  expect(page.walk.value!.at).toBe(-1)
})
