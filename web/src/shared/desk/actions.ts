import type { Schemas } from '@/api'
import { t } from '../i18n'
import type { Field, Kind, Values } from './fields'

const kinds: Record<Schemas['FormField']['kind'], Kind> = {
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
export function formOf(action: Schemas['Action'], known: Values): Record<string, Field | undefined> {
  return Object.fromEntries(
    action.form.filter((question) => known[question.field] === undefined).map((each) => [each.field, fieldOf(each)]),
  )
}

function fieldOf(question: Schemas['FormField']): Field {
  return {
    label: question.label,
    kind: kinds[question.kind],
    hint: question.hint ?? undefined,
    required: question.required,
    max: question.max ?? undefined,
    wide: question.kind === 'text' || question.kind === 'team',
    options: question.kind === 'rating' ? stars() : question.options,
  }
}
const stars = () => [5, 4, 3, 2, 1].map((n) => ({ code: String(n), label: t('sign.stars', { n }) }))
