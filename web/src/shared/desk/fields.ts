import { t } from '../i18n'

export type Kind =
  | 'text'
  | 'long'
  | 'number'
  | 'date'
  | 'choice'
  | 'choices'
  | 'switch'
  | 'phone'
  | 'identity'
  | 'password'
  | 'area'
  | 'areas'
  | 'organization'

export interface Choice {
  code: string
  label: string
}
/** One question of a form. A question without `required` says 选填; no asterisks. */
export interface Field {
  label: string
  kind?: Kind
  hint?: string
  required?: boolean
  max?: number
  min?: number
  /** What can be chosen, perhaps depending on the answers so far. */
  options?: readonly Choice[] | ((values: Values) => readonly Choice[])
  /** Takes the whole width. */
  wide?: boolean
  /** Only asked when the answers so far make it a question. */
  when?: (values: Values) => boolean
  /** What a picked thing is called, before it is looked for. */
  shown?: string
}
export type Values = Record<string, unknown>
export type Fields<D> = { [K in keyof D & string]?: Field }

/** Fields in the order of the form; a name that the draft does not have does not compile. */
export const defineFields = <D extends object>(fields: Fields<D>) => fields

export interface Mistake {
  field: string
  message: string
}

export type Questions = Readonly<Record<string, Field | undefined>>
/** A question as it is put: its choices are settled. */
export type Asked = Field & { options?: readonly Choice[] }

/** The fields that are asked now. */
export function askedOf(fields: Questions, values: Values): [string, Asked][] {
  return Object.entries(fields).flatMap(([name, field]) => {
    if (!field || field.when?.(values) === false) return []
    const options = typeof field.options === 'function' ? field.options(values) : field.options
    return [[name, { ...field, options }] as [string, Asked]]
  })
}

/** What the browser can see is missing. Everything else is the server's to judge. */
export function mistakesIn(fields: Questions, values: Values): Mistake[] {
  return askedOf(fields, values).flatMap(([field, spec]) => {
    const message = mistake(spec, values[field])
    return message ? [{ field, message }] : []
  })
}

const chosen: ReadonlySet<Kind> = new Set(['date', 'choice', 'choices', 'area', 'areas', 'organization'])

function mistake(spec: Field, value: unknown): string | undefined {
  const { label } = spec
  const text = Array.isArray(value) ? value.join('') : String(value ?? '').trim()
  if (!text) {
    if (!spec.required) return
    return t(spec.kind && chosen.has(spec.kind) ? 'check.choose' : 'check.required', { label })
  }
  if (spec.max && spec.kind !== 'number' && text.length > spec.max)
    return t('check.max', { label, max: spec.max, n: text.length })
  if (spec.kind === 'phone' && !/^1\d{10}$/.test(text)) return t('check.phone', { n: text.replace(/\D/g, '').length })
  if (spec.kind === 'identity' && !/^\d{17}[\dXx]$/.test(text)) return t('check.identity', { n: text.length })
  if (spec.kind === 'number' && !Number.isFinite(Number(text))) return t('check.number', { label })
}

/** What is sent: empty answers are left out, text loses the blanks around it. */
export function answersOf(fields: Questions, values: Values): Values {
  return Object.fromEntries(
    askedOf(fields, values)
      .map(([field]) => [field, tidy(values[field])] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  )
}
const tidy = (value: unknown) => (typeof value === 'string' ? value.trim() : value)
