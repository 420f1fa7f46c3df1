import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
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
  browser = await chromium.launch({ executablePath: needed('CHROME'), args: root ? ['--no-sandbox'] : [] })
}
export const closeBrowser = () => browser?.close()

/** The three administrators' first passwords, as the platform wrote them down. */
export async function firstPassword(login: string): Promise<string> {
  const file = await readFile(resolve(needed('LIANLIN_DATA'), 'secrets/first-administrators.txt'), 'utf8')
  const line = file.split('\n').find((each) => each.startsWith(`${login} `))
  if (!line) throw new Error(`No first password of ${login}`)
  return line.trim().split(/\s+/)[1]!
}

/** Asks the server what everybody may ask. */
export async function ask<T>(path: string): Promise<T> {
  const answer = await fetch(base + path)
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
  return (await answer.json()) as T
}

/** Somebody at a screen. Whatever the pages complain about in the meantime is remembered, and nothing may be left. */
export class Somebody {
  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly complaints: string[],
  ) {}

  static async at(screen: Screen): Promise<Somebody> {
    const context = await browser!.newContext({
      baseURL: base,
      viewport: sizes[screen],
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      hasTouch: screen === 'phone',
    })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`)
    })
    page.setDefaultTimeout(15_000)
    return new Somebody(page, context, complaints)
  }

  async leave() {
    await this.context.close()
    expect(this.complaints).toEqual([])
  }

  async sees(text: string | RegExp) {
    await this.page.getByText(text).filter({ visible: true }).first().waitFor()
  }

  /** Presses what is called so. */
  async press(name: string | RegExp, role: 'button' | 'link' | 'radio' = 'button') {
    await this.page.getByRole(role, { name }).filter({ visible: true }).first().click()
  }

  async writes(label: string | RegExp, text: string) {
    await this.page.getByLabel(label).filter({ visible: true }).first().fill(text)
  }

  async chooses(label: string | RegExp, option: string) {
    await this.page.getByLabel(label).filter({ visible: true }).first().selectOption({ label: option })
  }

  /** The page is still, and nobody is shut out from it, also in large type where a phone offers that. */
  async looksAround(name: string) {
    await this.page.waitForLoadState('networkidle')
    await this.check(name)
    const width = this.page.viewportSize()?.width
    if (width === sizes.desk.width) await this.checkAt(name, 'laptop', 'desk')
  }

  private async checkAt(name: string, other: Screen, back: Screen) {
    await this.page.setViewportSize(sizes[other])
    await this.check(name)
    await this.page.setViewportSize(sizes[back])
  }

  private async check(name: string) {
    const { violations } = await new AxeBuilder({ page: this.page }).withTags(rules).analyze()
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
    expect(found, `${name} at ${this.page.viewportSize()?.width}`).toEqual([])
    const shots = process.env.SHOTS
    if (shots) {
      const { width } = this.page.viewportSize()!
      await this.page.screenshot({ path: resolve(shots, `${name}-${width}.png`), fullPage: true })
    }
  }

  /** At the desk, by login and password. */
  async signsIn(login: string, password: string) {
    await this.page.goto('/desk/login')
    await this.writes('账号', login)
    await this.writes('密码', password)
    await this.press('登录')
    await this.page.waitForURL((url) => !url.pathname.endsWith('/login'))
  }

  /** On the phone, by the code that was sent; the demo shows it. */
  async fillsInTheCode(phone: string) {
    await this.writes('手机号', phone)
    await this.press('获取验证码')
    await this.press('填入')
  }
}
