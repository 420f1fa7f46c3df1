import type { components } from './schema'

export { api, etagOf, session } from './client'
export { asIntent, newIntent, type Intent } from './intent'
export { Problem, type FieldError, type ProblemBody } from './problem'
export type Schemas = components['schemas']
