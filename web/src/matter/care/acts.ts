import { api, type Schemas } from '@/api'
import type { Field, Values } from '@/shared/desk'
import { today } from '@/shared/format'
import { t, type MessageKey } from '@/shared/i18n'
import { whys, kinds, minutes, type Act, type Pair } from './care'

type Questions = Record<string, Field>
type Given = { pair: Pair; match: { 'If-Match': string } }
/** An act on a pair: what it is called, what it asks, and how it is sent. What it gives is the pair as it is then. */
export interface Doing {
  label: MessageKey
  lead?: MessageKey
  fields: (pair: Pair, mates: readonly Choice[]) => Questions
  initial?: (pair: Pair) => Values
  send: (given: Given, answers: Values) => Promise<{ data?: Pair; response?: Response } | undefined>
}
export interface Choice {
  code: string
  label: string
}
const options = (group: string, codes: readonly (string | number)[]): Choice[] =>
  codes.map((code) => ({ code: String(code), label: t(`${group}.${code}` as MessageKey) }))

const path = (pair: Pair) => ({ id: pair.id })
const consents = () => options('care.given', ['VOICE', 'SIGNATURE'])
export const units = () => options('care.unit', ['WEEKS', 'MONTHS', 'DAYS'])
export const weekdays = () => options('care.weekday', [1, 2, 3, 4, 5, 6, 7])
export const tiers = () => [1, 2, 3, 4, 5].map((n) => ({ code: String(n), label: t('care.tier.n', { n }) }))

function planFields(): Questions {
  return {
    every: { label: t('care.every'), kind: 'number', required: true },
    unit: { label: t('care.unit'), kind: 'choice', required: true, options: units() },
    weekday: {
      label: t('care.weekday'),
      hint: t('care.weekday.hint'),
      kind: 'choice',
      options: weekdays(),
      when: (values) => values.unit !== 'DAYS',
    },
    startsOn: { label: t('care.starts'), kind: 'date', required: true },
    from: { label: t('care.from'), hint: t('care.time.hint'), max: 5 },
    until: { label: t('care.until'), hint: t('care.time.hint'), max: 5 },
    tier: {
      label: t('care.tier'),
      hint: t('care.tier.hint'),
      kind: 'choice',
      required: true,
      options: tiers(),
      wide: true,
    },
  }
}
const none = (): Questions => ({})

export const doings: Partial<Record<Act, Doing>> = {
  CONSENT: {
    label: 'care.consent',
    lead: 'care.consent.hint',
    fields: () => ({
      how: { label: t('care.consent.how'), kind: 'choice', required: true, options: consents(), wide: true },
    }),
    send: ({ pair, match }, { how }) =>
      api.POST('/api/care-pairs/{id}/consent', {
        params: { path: path(pair), header: match },
        body: { how: how as 'VOICE' },
      }),
  },
  PLAN: {
    label: 'care.plan.set',
    lead: 'care.plan.lead',
    fields: planFields,
    initial: ({ plan, tier }) => ({
      every: plan?.every ?? 1,
      unit: plan?.unit ?? 'WEEKS',
      weekday: plan?.weekday ? String(plan.weekday) : undefined,
      startsOn: plan?.startsOn ?? today(),
      from: plan?.from ?? '09:00',
      until: plan?.until ?? '11:00',
      tier: tier?.code ?? '3',
    }),
    send: ({ pair, match }, { every, unit, weekday, startsOn, from, until, tier }) =>
      api.PUT('/api/care-pairs/{id}/plan', {
        params: { path: path(pair), header: match },
        body: {
          plan: {
            every: Number(every),
            unit: unit as Schemas['VisitPlan']['unit'],
            weekday: weekday ? Number(weekday) : undefined,
            startsOn: String(startsOn),
            from: from as string | undefined,
            until: until as string | undefined,
          },
          tier: Number(tier),
        },
      }),
  },
  VISIT: {
    label: 'care.record',
    fields: () => ({
      heldOn: { label: t('care.record.day'), kind: 'date', required: true },
      kind: { label: t('care.record.kind'), kind: 'choice', required: true, options: options('care.kind', kinds) },
      minutes: { label: t('care.record.minutes'), kind: 'number', required: true },
      done: { label: t('care.visit.done'), kind: 'long', max: 500 },
      next: { label: t('care.visit.next'), kind: 'long', max: 500 },
    }),
    initial: () => ({ heldOn: today(), kind: 'DOOR', minutes: minutes[2] }),
    send: ({ pair, match }, { heldOn, kind, minutes: long, done, next }) =>
      api.POST('/api/care-pairs/{id}/visits', {
        params: { path: path(pair), header: match },
        body: {
          heldOn: String(heldOn),
          kind: kind as 'DOOR',
          minutes: Number(long),
          done: done as string | undefined,
          next: next as string | undefined,
        },
      }),
  },
  POSTPONE: {
    label: 'care.postpone',
    fields: () => ({
      to: { label: t('care.postpone.to'), kind: 'date', required: true },
      reason: { label: t('care.postpone.why'), kind: 'choice', required: true, options: options('care.why', whys) },
    }),
    send: ({ pair, match }, { to, reason }) =>
      api.POST('/api/care-pairs/{id}/postponement', {
        params: { path: path(pair), header: match },
        body: { to: String(to), reason: reason as 'WEATHER' },
      }),
  },
  STAND_IN: {
    label: 'care.standIn',
    fields: (pair, mates) => ({
      account: {
        label: t('care.standIn.who'),
        kind: 'choice',
        required: true,
        wide: true,
        options: mates.filter((mate) => mate.code !== pair.line.helper.id),
      },
      from: { label: t('care.standIn.from'), kind: 'date', required: true },
      until: { label: t('care.standIn.until'), kind: 'date', required: true },
    }),
    initial: () => ({ from: today() }),
    send: ({ pair, match }, { account, from, until }) =>
      api.PUT('/api/care-pairs/{id}/stand-in', {
        params: { path: path(pair), header: match },
        body: { account: account as string, from: from as string, until: until as string },
      }),
  },
  ASSIGN: {
    label: 'care.assign',
    fields: (pair, mates) => ({
      helper: {
        label: t('care.assign.to'),
        kind: 'choice',
        required: true,
        wide: true,
        options: mates.filter((mate) => mate.code !== pair.line.helper.id),
      },
    }),
    send: ({ pair, match }, { helper }) =>
      api.PUT('/api/care-pairs/{id}/helper', {
        params: { path: path(pair), header: match },
        body: { helper: String(helper) },
      }),
  },
  PAUSE: {
    label: 'care.pause',
    fields: none,
    send: ({ pair, match }) =>
      api.PUT('/api/care-pairs/{id}/rest', { params: { path: path(pair), header: match }, body: { paused: true } }),
  },
  RESUME: {
    label: 'care.resume',
    fields: none,
    send: ({ pair, match }) =>
      api.PUT('/api/care-pairs/{id}/rest', { params: { path: path(pair), header: match }, body: { paused: false } }),
  },
  END: {
    label: 'care.end',
    lead: 'care.end.hint',
    fields: () => ({
      reason: {
        label: t('care.end.why'),
        kind: 'choice',
        required: true,
        wide: true,
        options: options('care.reason', ['NEED_MET', 'MOVED_AWAY', 'NOBODY_TO_HELP', 'DECLINED', 'DECEASED']),
      },
    }),
    send: ({ pair, match }, { reason }) =>
      api.POST('/api/care-pairs/{id}/end', {
        params: { path: path(pair), header: match },
        body: { reason: reason as 'NEED_MET' },
      }),
  },
  WITHDRAW: {
    label: 'care.withdraw',
    lead: 'care.withdraw.lead',
    fields: none,
    send: async ({ pair }) => {
      await api.POST('/api/care-pairs/{id}/withdrawal', { params: { path: path(pair) } })
      return undefined
    },
  },
}

/** Those of a team who have an account and so can go. */
export async function matesOf(team: string): Promise<Choice[]> {
  const { data } = await api.GET('/api/teams/{id}/members', { params: { path: { id: team } } })
  return (data?.items ?? []).flatMap(({ account, name }) => (account ? [{ code: account, label: name }] : []))
}
export const orderFields = (categories: readonly Choice[]): Questions => ({
  title: { label: t('care.order.what'), required: true, max: 60, wide: true },
  category: { label: t('care.order.category'), kind: 'choice', required: true, options: categories },
  consent: { label: t('care.order.consent'), kind: 'choice', required: true, options: consents() },
})
