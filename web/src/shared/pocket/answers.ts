import type { Schemas } from '@/api'
import { t } from '@/shared/i18n'
import type { Mistake } from './errors'

type Question = Schemas['CaseViewField']
export type Answers = Record<string, string | number | boolean | undefined>

/** An action that asks for a team is a decision of the desk, where the teams stand side by side. */
export const answerable = (action: Schemas['CaseViewOffered']) => action.form.every((each) => each.kind !== 'team')

/** What is missing or too long, before anything is sent. The server judges again. */
export function mistakesIn(form: Question[], answers: Answers): Mistake[] {
  return form.flatMap(({ field, kind, label, required, max }) => {
    const answer = answers[field]
    const empty = answer === undefined || answer === '' || (typeof answer === 'string' && !answer.trim())
    if (empty) {
      if (!required) return []
      const key = ['choice', 'rating', 'date'].includes(kind) ? 'check.choose' : 'check.required'
      return [{ field, message: t(key, { label }) }]
    }
    if (kind === 'number' && !/^\d+$/.test(String(answer))) return [{ field, message: t('check.number', { label }) }]
    if (max && typeof answer === 'string' && ['text', 'long'].includes(kind) && answer.length > max)
      return [{ field, message: t('check.max', { label, max, n: answer.length }) }]
    return []
  })
}

/** The answers as they are sent: figures as numbers, nothing that was left empty. */
export function toSend(form: Question[], answers: Answers): Answers {
  return Object.fromEntries(
    form.flatMap(({ field, kind }) => {
      const answer = answers[field]
      if (answer === undefined || answer === '') return []
      if (kind === 'number' || kind === 'rating') return [[field, Number(answer)]]
      return [[field, typeof answer === 'string' ? answer.trim() : answer]]
    }),
  )
}
