import { computed, ref, shallowRef, watch } from 'vue'
import { api, session as client, type Schemas } from '@/api'
import type { Permission } from './permissions'
import { preferences } from './preferences'

type Session = Schemas['Session']

const current = shallowRef<Session>()

/** All that is known of who is here. */
export const hereNow = computed(() => current.value)
/** Who is here, under which post, and what that post may do. */
export const person = computed(() => current.value?.person)
export const post = computed(() => current.value?.post)
/** The last post that acted: a page does not begin anew because its reader leaves. */
export const lastPost = ref<string>()
export const posts = computed(() => current.value?.posts ?? [])
export const signedIn = computed(() => current.value?.signedIn ?? false)
export const demo = computed(() => current.value?.demo ?? false)
/** Nothing else is served before a password of one's own replaces the one that was handed over. */
export const choosesPassword = computed(() => current.value?.choosesPassword ?? false)
/** Nor before a second factor is set up, where staff must have one. */
export const setsUpFactor = computed(() => current.value?.setsUpFactor ?? false)
/** The first half of signing in was right; with this ticket a code of the second factor is wanted. */
export const ticket = shallowRef<string>()
/** Whether codes can be sent to phones here. */
export const codes = computed(() => current.value?.codes ?? true)
/** None before what comes first is done: the server would refuse. */
const permissions = computed(
  () => new Set(choosesPassword.value || setsUpFactor.value ? [] : current.value?.permissions),
)

/** Whether the post of now has a permission. Pages hide what may not be done; the server decides. */
export const may = (permission: Permission) => permissions.value.has(permission)
export const mayAny = (...some: Permission[]) => some.some(may)

function take(session: Session | undefined) {
  current.value = session
  if (session?.signedIn) lastPost.value = session.post?.id
  client.csrf = session?.csrf ?? undefined
  if (session?.preferences) adopt(session.preferences)
}

/** What the account knows of how its owner likes to read. */
let kept = ''
function adopt({ elder, night, compact, keys, language }: Schemas['Preferences']) {
  Object.assign(preferences, {
    elder,
    night,
    compact,
    keys: keys ?? true,
    language: language === 'en' ? 'en' : 'zh-CN',
  })
  kept = JSON.stringify(preferences)
}
watch(preferences, () => {
  const now = JSON.stringify(preferences)
  if (!signedIn.value || now === kept) return
  kept = now
  // It is kept on this device in any case.
  void api.PUT('/api/me/preferences', { body: { ...preferences } }).catch(() => {})
})

let early: Promise<Session | undefined> | undefined
/** Asks before the page needs it; what goes wrong is found out when it does. */
export function askEarly() {
  early = api.GET('/api/session').then(
    ({ data }) => data,
    () => undefined,
  )
}
export async function loadSession() {
  const session = await early
  early = undefined
  take(session ?? (await api.GET('/api/session')).data)
}
/** Who is here may have changed meanwhile: true while it is still somebody, and then everything about him is new. */
export async function stillHere(): Promise<boolean> {
  const { data } = await api.GET('/api/session')
  if (data?.signedIn) take(data)
  return data?.signedIn ?? false
}
/** The password that was handed over, as long as it has just been typed: it is not asked for a second time. */
export const handed = shallowRef<string>()
let typed: string | undefined
function enter(session: Session | undefined) {
  take(session)
  handed.value = choosesPassword.value ? typed : undefined
  typed = undefined
  ticket.value = undefined
}
/** Whether the session is open; otherwise a code of the second factor is wanted. */
export async function signIn(login: Schemas['SessionCredentials']): Promise<boolean> {
  const { data } = await api.POST('/api/session', { body: login })
  typed = login.password ?? undefined
  ticket.value = data?.ticket ?? undefined
  if (ticket.value) return false
  enter(data)
  return true
}
/** The other half of signing in. */
export async function showCode(code: string): Promise<true> {
  const body = { ticket: ticket.value ?? '', code }
  enter((await api.POST('/api/session/second-factor', { body })).data)
  return true
}
/** The first half is to be done once more. */
export function beginAgain() {
  typed = undefined
  ticket.value = undefined
}
/** From here on only the person himself knows his password. */
export async function choosePassword(old: string, fresh: string) {
  await api.PUT('/api/me/password', { body: { old, fresh } })
  handed.value = undefined
  await loadSession()
}
export async function actAs(id: string) {
  take((await api.PUT('/api/session/post', { body: { id } })).data)
}
export async function signOut() {
  await api.DELETE('/api/session')
  take(undefined)
}

/** Set while somebody is asked to log in again over the page on which the session ran out. */
export const renewal = ref<{ done: (renewed: boolean) => void }>()
let waiting: Promise<boolean> | undefined

client.renew = () => {
  if (!signedIn.value) return Promise.resolve(false)
  waiting ??= new Promise<boolean>((resolve) => {
    renewal.value = {
      done: (renewed) => {
        renewal.value = undefined
        waiting = undefined
        resolve(renewed)
      },
    }
  })
  return waiting
}

/** Logs in over the page. Work begun by one person is never finished under another's name. */
export const renew = (login: Schemas['SessionCredentials']) => over(() => signIn(login))
/** The other half of it. */
export const renewByCode = (code: string) => over(() => showCode(code))

async function over(half: () => Promise<boolean>): Promise<'same' | 'other' | 'half'> {
  const before = current.value
  if (!(await half())) return 'half'
  if (before?.person?.id !== current.value?.person?.id) return 'other'
  if (before?.post && before.post.id !== current.value?.post?.id) await actAs(before.post.id)
  return 'same'
}
