import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core'
import { expect } from 'vitest'

const base = needed('LIANLIN_URL')
const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

export type Screen = 'desk' | 'laptop' | 'phone' | 'wall'
const sizes = {
  desk: { width: 1440, height: 900 },
  laptop: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
  wall: { width: 1920, height: 1080 },
}

export function needed(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is missing: the journeys are run by ./lianlin test`)
  return value
}

let browser: Browser | undefined
export async function openBrowser() {
  const root = process.getuid?.() === 0
  const args = ['--lang=zh-CN', ...(root ? ['--no-sandbox'] : [])]
  browser = await chromium.launch({ executablePath: needed('CHROME'), args })
}
export const closeBrowser = () => browser?.close()

/** The three administrators' first passwords, as the platform wrote them down. */
export async function firstPassword(login: string): Promise<string> {
  const file = await readFile(resolve(needed('LIANLIN_DATA'), 'secrets/first-administrators.txt'), 'utf8')
  const line = file.split('\n').find((each) => each.startsWith(`${login} `))
  if (!line) throw new Error(`No first password of ${login}`)
  return line.trim().split(/\s+/)[1]!
}

/** The password that somebody chooses in place of the one that was handed over. */
export const ownPassword = (login: string) => `${login} of the journey`

const phones = new Map<string, Somebody>()

/** How somebody signs in with a password. */
export interface Login {
  name: string
  login: string
  password: string
}

/** Somebody at a screen. Whatever the pages complain about in the meantime is remembered, and nothing may be left. */
export class Somebody {
  private readonly complaints: string[] = []

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    private readonly screen: Screen,
  ) {
    page.on('pageerror', (error) => this.complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`${message.text()} ${message.location().url}`)
    })
    page.setDefaultTimeout(15_000)
  }

  static async at(screen: Screen): Promise<Somebody> {
    const context = await browser!.newContext({
      baseURL: base,
      viewport: sizes[screen],
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      hasTouch: screen === 'phone',
      // What moves is looked at when it has come to rest.
      reducedMotion: 'reduce',
    })
    return new Somebody(await context.newPage(), context, screen)
  }

  /** At the desk, signed in. */
  static async atTheDesk(who: Login): Promise<Somebody> {
    const desk = await Somebody.at('desk')
    await desk.signsIn(who.login, who.password)
    return desk
  }

  async leave() {
    if (![...phones.values()].includes(this)) await this.context.close()
    expect(this.complaints).toEqual([])
  }

  /** The browser writes down every refusal; this one was provoked. */
  forgives(refusal: RegExp) {
    const left = this.complaints.filter((each) => !refusal.test(each))
    this.complaints.splice(0, this.complaints.length, ...left)
  }

  async sees(text: string | RegExp, within?: number) {
    await this.page.getByText(text).filter({ visible: true }).first().waitFor({ timeout: within })
  }

  /** What others do arrives by and by: the page is loaded again until it shows it. */
  async until(shown: () => Locator) {
    await expect
      .poll(
        async () => {
          await this.page.reload({ waitUntil: 'networkidle' })
          // a page that has all it needs may still be at putting it together
          return shown()
            .waitFor({ timeout: 5_000 })
            .then(
              () => true,
              () => false,
            )
        },
        { timeout: 40_000 },
      )
      .toBe(true)
  }

  /** Presses what is called so. */
  async press(name: string | RegExp, role: 'button' | 'link' | 'radio' | 'tab' = 'button') {
    await this.page.getByRole(role, { name }).filter({ visible: true }).first().click()
  }

  async writes(label: string | RegExp, text: string) {
    await this.page.getByLabel(label).filter({ visible: true }).first().fill(text)
  }

  async chooses(label: string | RegExp, option: string) {
    await this.page.getByLabel(label).filter({ visible: true }).first().selectOption({ label: option })
  }

  /** The form that stands over the page. */
  get form() {
    return this.page.getByRole('dialog').filter({ visible: true }).first()
  }

  /** Picks a place in the field of a form that has a tree behind it. */
  async picksPlace(field: RegExp, name: string) {
    await this.page.getByRole('button', { name: field }).filter({ visible: true }).first().click()
    const tree = this.page.getByRole('dialog').filter({ visible: true }).last()
    await tree.getByRole('searchbox').fill(name)
    await tree.getByRole('button', { name }).first().click()
  }

  /** Writes a part of a name and picks what is found. */
  async picks(field: string, name: string) {
    await this.page.getByRole('combobox', { name: field }).fill(name)
    await this.page.getByRole('option', { name }).first().click()
  }

  /** What the browser saves when a button is pressed. */
  async downloads(button: string): Promise<{ name: string; content: Buffer }> {
    const [file] = await Promise.all([this.page.waitForEvent('download'), this.press(button)])
    const content = await readFile(await file.path())
    return { name: file.suggestedFilename(), content }
  }

  /**
   * The page is still, and nobody is shut out from it: at the other size of the desk and at night, in large type on the
   * phone. Nothing is wider than the screen. `still`: no answer is waited for any more.
   */
  async looksAround(name: string, still = true) {
    if (still) await this.page.waitForLoadState('networkidle')
    await this.check(name)
    if (this.screen === 'desk') {
      await this.page.setViewportSize(sizes.laptop)
      await this.shoot(name)
      await this.wearing('data-theme', 'night', () => this.check(`${name} at night`))
      await this.page.setViewportSize(sizes.desk)
    }
    if (this.screen === 'phone') {
      await this.wearing('data-elder', '', () => this.check(`${name} in large type`, `${name}-elder`))
    }
  }

  /** With an attribute of the document for a moment, as the switches of the page set it. */
  private async wearing(attribute: string, value: string, look: () => Promise<void>) {
    const set = (to: string | null) =>
      this.page.evaluate(
        ([which, what]) => {
          if (what === null) document.documentElement.removeAttribute(which)
          else document.documentElement.setAttribute(which, what)
        },
        [attribute, to] as const,
      )
    const before = await this.page.evaluate((which) => document.documentElement.getAttribute(which), attribute)
    await set(value)
    await look()
    await set(before)
  }

  private async check(name: string, shot = name) {
    const width = this.page.viewportSize()!.width
    const { violations } = await new AxeBuilder({ page: this.page }).withTags(rules).analyze()
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
    expect(found, `${name} at ${width}`).toEqual([])
    const wide = await this.page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide, `${name} is wider than ${width}`).toBeLessThanOrEqual(width)
    if (!name.endsWith('at night')) await this.shoot(shot)
  }

  private async shoot(name: string) {
    const shots = process.env.SHOTS
    if (!shots) return
    const { width } = this.page.viewportSize()!
    await this.page.screenshot({ path: resolve(shots, `${name}-${width}.png`), fullPage: true })
  }

  /** By login and password, at the desk. */
  async signsIn(login: string, password: string) {
    await this.page.goto('/desk/login')
    await this.writes('账号', login)
    await this.writes('密码', password)
    await this.press('登录')
    await this.page.waitForURL((url) => !url.pathname.endsWith('/login'))
  }

  /** The same with a password that was handed over: a password of one's own comes first. */
  async begins(who: Login, given: string, look = false) {
    await this.signsIn(who.login, given)
    await this.sees('换成自己的密码')
    if (look) await this.looksAround('desk-first-password')
    who.password = ownPassword(who.login)
    await this.writes('新密码', who.password)
    await this.press('换好，开始办事')
    await this.page.waitForURL((url) => !url.pathname.endsWith('/first-password'))
  }

  /** The same on the phone. */
  async signsInOnThePhone(who: Login) {
    await this.page.goto('/m/enter')
    await this.press('账号密码')
    await this.writes('账号', who.login)
    await this.writes('密码', who.password)
    await this.press('登录')
    await this.page.waitForURL((url) => !url.pathname.endsWith('/enter'), { waitUntil: 'commit' })
  }

  /** On the phone, by the code that was sent; the demo shows it. */
  async fillsInTheCode(phone: string) {
    await this.writes('手机号', phone)
    await this.press('获取验证码')
    await this.press('填入')
  }

  /** Somebody's own phone, which stays signed in, as phones do: a second code within a minute would not be sent. */
  static async onThePhone(phone: string): Promise<Somebody> {
    const known = phones.get(phone)
    if (known) {
      await known.page.goto('/m/')
      return known
    }
    const somebody = await Somebody.at('phone')
    await somebody.page.goto('/m/enter')
    await somebody.fillsInTheCode(phone)
    await somebody.press('登录')
    await somebody.page.waitForURL((url) => !url.pathname.endsWith('/enter'))
    phones.set(phone, somebody)
    return somebody
  }
}
