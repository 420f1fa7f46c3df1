import { computed, ref, shallowRef } from 'vue'
import { Problem, takeIntent } from '@/api'
import { person, post, signedIn, stillHere } from '@/shared/acting'
import { draftOf } from '@/shared/drafts'
import { problemOf } from '@/shared/use'
import type { Drawer } from './drawer'

/**
 * Something that somebody did while the line was cut. It is sent under its key when the line is back: in the order in
 * which it was done, once, by whom and under the post under which it was done (R16).
 */
export interface Letter {
  key: string
  /** Counts up on this phone; the clock may be wrong. */
  turn: number
  at: string
  owner: string
  post: string
  kind: string
  /** What belongs to one thing goes out one after the other; where one is refused, what follows waits. */
  thing?: string
  title: string
  /** In words what was written, for whoever reads the list. */
  lines: string[]
  body: unknown
  /** The page that it came from, and what was written there, for whoever takes it back. */
  to: string
  draft?: { name: string; content: object }
  /** What the server said when it would not do it. */
  refused?: { status: number; code: string; message: string; detail?: string }
}
export type NewLetter = Pick<Letter, 'kind' | 'thing' | 'title' | 'lines' | 'body' | 'to' | 'draft'>
type Send = (body: never, headers: { 'Idempotency-Key': string }) => Promise<unknown>

const kinds = new Map<string, Send>()
/** A capability says how its letters are sent; known from the start, so that any page can send them. */
export function letterKind<B>(
  kind: string,
  send: (body: B, headers: { 'Idempotency-Key': string }) => Promise<unknown>,
) {
  kinds.set(kind, send as Send)
}

const kept = shallowRef<Letter[]>([])
/** The letters of whoever is here, the oldest first. */
export const letters = computed(() => kept.value.filter((each) => each.owner === person.value?.id))
export const refusals = computed(() => letters.value.filter((each) => each.refused))
/** How many wait on this phone, whoever wrote them. */
export const waiting = computed(() => kept.value.length)
export const sending = ref<string>()
/** The letter that has just arrived, and what came back. */
export const arrived = shallowRef<{ letter: Letter; answer: unknown }>()

let drawer: Drawer | undefined
let running: Promise<void> | undefined
let again: ReturnType<typeof setTimeout> | undefined
const pause = 15_000

export async function openOutbox(of: Drawer | undefined) {
  drawer = of
  await look()
}
async function look() {
  const found = ((await drawer?.all('letters')) ?? []).map(([, value]) => value as Letter)
  kept.value = found.sort((a, b) => a.turn - b.turn)
}

/**
 * Sends it now; where the line is cut, keeps it. `kept` says which. Whatever the server refuses is thrown. What belongs
 * to a thing of which something waits already goes behind it.
 */
export async function sendOrKeep(letter: NewLetter): Promise<{ kept: boolean; answer?: unknown }> {
  const key = takeIntent().key
  const behind = letter.thing !== undefined && letters.value.some((each) => each.thing === letter.thing)
  if (!behind) {
    try {
      return { kept: false, answer: await deliver(letter, key) }
    } catch (failure) {
      const problem = problemOf(failure)
      if (!problem.cut || !drawer) throw problem
    }
  }
  if (!drawer) throw Problem.unreachable()
  const turn = 1 + Math.max(0, ...kept.value.map((each) => each.turn))
  const owner = person.value?.id ?? ''
  const whole = { ...letter, key, turn, at: new Date().toISOString(), owner, post: post.value?.id ?? '' }
  await drawer.put('letters', key, whole)
  await look()
  if (behind) void sendAll()
  else soon()
  return { kept: true }
}
const deliver = (letter: Pick<Letter, 'kind' | 'body'>, key: string) => {
  const send = kinds.get(letter.kind)
  if (!send) throw new Error(`Nobody sends ${letter.kind}`)
  return send(letter.body as never, { 'Idempotency-Key': key })
}

/** Sends what waits. Two windows never send at once, and if they did the keys would keep it from being done twice. */
export function sendAll(): Promise<void> {
  if (!drawer || !signedIn.value || !letters.value.some((each) => !each.refused)) return Promise.resolve()
  clearTimeout(again)
  const alone = () => ('locks' in navigator ? navigator.locks.request('lianlin.outbox', inTurn) : inTurn())
  running ??= alone()
    .catch(() => soon())
    .finally(() => (running = undefined))
  return running
}
function soon() {
  clearTimeout(again)
  again = setTimeout(() => void sendAll(), pause)
}

async function inTurn() {
  await look()
  // Posts, permissions and the token of the session may be others by now. Whoever was signed out meanwhile is asked to
  // sign in again by the first letter.
  await stillHere()
  const held = new Set<string | undefined>()
  for (const letter of letters.value) {
    const stays = letter.refused ?? letter.post !== post.value?.id
    if (stays || (letter.thing && held.has(letter.thing))) {
      held.add(letter.thing)
      continue
    }
    if (!(await one(letter))) return soon()
    if (kept.value.some((each) => each.key === letter.key)) held.add(letter.thing)
  }
}

/** False when the line is cut again or somebody has to sign in first: the letter and those behind it wait on. */
async function one(letter: Letter): Promise<boolean> {
  sending.value = letter.key
  try {
    const answer = await deliver(letter, letter.key)
    await drawer?.remove('letters', letter.key)
    await look()
    arrived.value = { letter, answer }
    return true
  } catch (failure) {
    const problem = problemOf(failure)
    if (!problem.final || problem.status === 401) return false
    const { status, code, message, detail } = problem
    await drawer?.put('letters', letter.key, { ...letter, refused: { status, code, message, detail } })
    await look()
    return true
  } finally {
    sending.value = undefined
  }
}

/** It will not be sent any more, and what was written is a draft again. What is on its way already cannot be taken back. */
export async function takeBack(letter: Letter): Promise<boolean> {
  if (sending.value === letter.key) return false
  // The draft goes into the drawer before the letter leaves it: at every moment one of the two is there.
  if (letter.draft) draftOf(letter.draft.name, letter.owner).write(letter.draft.content)
  await drawer?.remove('letters', letter.key)
  await look()
  return true
}

/** What was refused is tried once more under the same key: whatever came first, it is done once. */
export async function tryAgain(letter: Letter) {
  await drawer?.put('letters', letter.key, { ...letter, refused: undefined })
  await look()
  await sendAll()
}

/** Nothing of anybody else's stays when somebody else signs in; nothing at all when one signs out. */
export async function forgetLetters(except?: string) {
  for (const each of kept.value) if (each.owner !== except) await drawer?.remove('letters', each.key)
  await look()
}
