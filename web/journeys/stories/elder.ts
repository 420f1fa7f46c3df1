import { expect, test } from 'vitest'
import { aunt, atThePhoneOf } from '../demo'
import { Somebody } from '../people'

const wish = '想请人陪我去医院复查'
const slip = { number: '', code: '' }

/** What can be pressed and is smaller than a thumb needs, and what can be read and is too small or too pale (ACC-01). */
const faults = ({ page }: Somebody) =>
  page.evaluate(() => {
    const seen = [...document.querySelectorAll<HTMLElement>('body *')].filter((each) => each.checkVisibility())
    const own = (each: HTMLElement) =>
      [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
    const hidden = (each: HTMLElement) => !!each.closest('.vh') || getComputedStyle(each).opacity === '0'
    const light = (colour: string) => {
      const [r, g, b] = (colour.match(/[\d.]+/g) ?? []).map((each) => {
        const part = Number(each) / 255
        return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
    }
    const ground = (each: HTMLElement): string => {
      const colour = getComputedStyle(each).backgroundColor
      if (!/rgba\(.*, 0\)|transparent/.test(colour)) return colour
      return each.parentElement ? ground(each.parentElement) : 'rgb(255, 255, 255)'
    }
    const contrast = (each: HTMLElement) => {
      const [a, b] = [light(getComputedStyle(each).color), light(ground(each))].sort((x, y) => y - x)
      return (a! + 0.05) / (b! + 0.05)
    }
    const text = seen.filter((each) => own(each) && !hidden(each))
    const targets = seen.filter((each) => each.matches('main a, main button, header a, header button, main select'))
    return {
      small: text.filter((each) => parseFloat(getComputedStyle(each).fontSize) < 18).map((each) => each.innerText),
      tight: text
        .filter(
          (each) => parseFloat(getComputedStyle(each).lineHeight) / parseFloat(getComputedStyle(each).fontSize) < 1.2,
        )
        .map((each) => each.innerText),
      pale: text.filter((each) => contrast(each) < 4.5).map((each) => `${each.innerText} ${contrast(each).toFixed(2)}`),
      narrow: targets
        .map((each) => ({ each, box: each.getBoundingClientRect() }))
        .filter(({ box }) => box.height < 59.5 || box.width < 59.5)
        .map(({ each, box }) => `${each.innerText} ${box.width.toFixed(0)}x${box.height.toFixed(0)}`),
    }
  })

test('large type: six entries, the telephone first, everything large, dark and wide enough, and read aloud (ACC-01)', async () => {
  const phone = await atThePhoneOf(aunt)
  // A phone with a voice of its own; browsers of the tests have none.
  await phone.page.addInitScript(() => {
    const voice = { lang: 'zh-CN', localService: true, name: '本机', voiceURI: '', default: true }
    const said: string[] = []
    Object.assign(window, { said })
    class Utterance {
      constructor(readonly text: string) {}
    }
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance })
    Object.defineProperty(window, 'speechSynthesis', {
      value: {
        getVoices: () => [voice],
        speak: (each: Utterance) => said.push(each.text),
        cancel: () => undefined,
        addEventListener: () => undefined,
      },
    })
  })
  await phone.page.goto('/m/')
  await phone.page.waitForLoadState('networkidle')
  if (await phone.page.getByRole('button', { name: '大字' }).count()) await phone.press('大字')
  await phone.sees('读给我听')
  await phone.page.waitForLoadState('networkidle')
  const doors = phone.page.locator('.doors a')
  expect(await doors.count()).toBeLessThanOrEqual(6)
  expect(await doors.first().getAttribute('href')).toMatch(/^tel:/)
  await phone.looksAround('m-elder-home')
  for (const path of ['/m/', '/m/orders', '/m/place', '/m/menu', '/m/help', '/m/me', '/m/outbox']) {
    await phone.page.goto(path)
    await phone.page.waitForLoadState('networkidle')
    expect(await faults(phone), `${path} in large type`).toEqual({ small: [], tight: [], pale: [], narrow: [] })
  }
  await phone.press('读给我听')
  const said = await phone.page.evaluate(() => (window as unknown as { said: string[] }).said)
  expect(said.length).toBeGreaterThan(0)

  await phone.page.goto('/m/')
  await phone.press(/^点单/, 'link')
  await phone.writes('要帮什么忙', wish)
  await phone.sees('按您写的先替您选好了')
  expect(await phone.page.getByRole('radio', { name: '照护探访' }).isChecked()).toBe(true)
  await phone.press('送给党组织派单')
  await phone.sees('送到了')
  const told = await phone.page.locator('.slip .num').allInnerTexts()
  slip.number = told[0]!.trim()
  slip.code = told[1]!.replace(/\s/g, '')
  await phone.page.goto('/m/help')
  await phone.looksAround('m-help')
  await phone.press('标准字')
  await phone.leave()
})

test('her daughter follows it with number and code, and sees neither phone nor door', async () => {
  const daughter = await Somebody.at('phone')
  await daughter.page.goto('/')
  await daughter.writes('编号', slip.number)
  await daughter.writes('查询码', slip.code)
  await daughter.press('看办到哪一步')
  await daughter.sees(wish)
  expect(await daughter.page.locator('main').innerText()).not.toMatch(/1[3-9]\d{9}/)
  await daughter.looksAround('portal-daughter')
  await daughter.leave()
})
