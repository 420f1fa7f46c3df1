import type { Schemas } from '@/api'
import { t } from '../i18n'
import type { Field, Kind, Values } from './fields'

const kinds: Record<string, Kind> = {
  text: 'text',
  long: 'long',
  number: 'number',
  date: 'date',
  choice: 'choice',
  team: 'organization',
  rating: 'choice',
  switch: 'switch',
}

/** The questions of an action that nobody has answered yet, in the shape that forms draw. */
export function formOf(action: Schemas['CaseViewOffered'], known: Values): Record<string, Field | undefined> {
  return Object.fromEntries(
    action.form.filter((question) => known[question.field] === undefined).map((each) => [each.field, fieldOf(each)]),
  )
}

function fieldOf(question: Schemas['CaseViewField']): Field {
  return {
    label: question.label,
    kind: kinds[question.kind],
    hint: question.hint,
    required: question.required,
    max: question.max,
    wide: question.kind === 'text' || question.kind === 'team',
    options: question.kind === 'rating' ? stars() : question.options,
  }
}
/** The answers that an action asks for, figures as figures. */
export const answersTo = (action: Schemas['CaseViewOffered'], answers: Values): Values =>
  Object.fromEntries(
    action.form.flatMap(({ field, kind }) => {
      const answer = answers[field]
      if (answer === undefined || answer === '') return []
      return [[field, kind === 'number' || kind === 'rating' ? Number(answer) : answer]]
    }),
  )

const stars = () => [5, 4, 3, 2, 1].map((n) => ({ code: String(n), label: t('sign.stars', { n }) }))
