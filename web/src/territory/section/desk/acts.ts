import { api } from '@/api'
import type { Field, Values } from '@/shared/desk'
import { today } from '@/shared/format'
import { t, type MessageKey } from '@/shared/i18n'
import type { Act, Section } from '../section'

type Given = { section: Section; match: { 'If-Match': string } }
/** An act at the desk: what it asks, and how it is sent; what comes back is the section as it is then. */
export interface Doing {
  lead?: MessageKey
  fields: () => Record<string, Field>
  initial?: () => Values
  send: (given: Given, answers: Values) => Promise<{ data?: Section; response?: Response }>
}
const release: Doing = {
  fields: () => ({
    reason: { label: t('section.reason'), hint: t('section.reason.hint'), required: true, max: 200, wide: true },
  }),
  send: ({ section, match }, { reason }) =>
    api.POST('/api/sections/{id}/release', {
      params: { path: { id: section.id }, header: match },
      body: { reason: reason as string },
    }),
}

export const doings: Partial<Record<Act, Doing>> = {
  ASSIGN: {
    lead: 'section.ASSIGN.lead',
    fields: () => ({
      account: { label: t('section.member'), hint: t('section.member.hint'), wide: true },
      name: { label: t('section.byName'), max: 40, wide: true, when: (values) => !values.account },
    }),
    send: ({ section }, { account, name }) =>
      api.POST('/api/sections/{id}/holder', {
        params: { path: { id: section.id } },
        body: { account: account as string | undefined, name: name as string | undefined },
      }),
  },
  CONFIRM: {
    fields: () => ({}),
    send: ({ section, match }) =>
      api.POST('/api/sections/{id}/confirmation', { params: { path: { id: section.id }, header: match } }),
  },
  DECLINE: release,
  RELEASE: { ...release, lead: 'section.RELEASE.lead' },
  WORK: {
    fields: () => ({
      note: { label: t('section.note'), kind: 'long', required: true, max: 500 },
      heldOn: { label: t('section.day'), kind: 'date', required: true },
      minutes: { label: t('section.long'), kind: 'number' },
    }),
    initial: () => ({ heldOn: today() }),
    send: ({ section }, { note, heldOn, minutes }) =>
      api.POST('/api/sections/{id}/entries', {
        params: { path: { id: section.id } },
        body: { note: String(note), heldOn: String(heldOn), minutes: minutes ? Number(minutes) : undefined },
      }),
  },
  CHECK: {
    fields: () => ({
      verdict: {
        label: t('section.verdict'),
        kind: 'choice',
        required: true,
        wide: true,
        options: (['IN_ORDER', 'TO_MEND'] as const).map((code) => ({ code, label: t(`section.verdict.${code}`) })),
      },
      note: { label: t('section.found'), hint: t('section.found.hint'), kind: 'long', max: 500 },
    }),
    initial: () => ({ verdict: 'IN_ORDER' }),
    send: ({ section }, { verdict, note }) =>
      api.POST('/api/sections/{id}/checks', {
        params: { path: { id: section.id } },
        body: { verdict: verdict as 'IN_ORDER', note: note as string | undefined },
      }),
  },
}
