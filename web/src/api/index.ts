import type { components } from './schema'

export { api, etagOf, session, type Shelf } from './client'
export { asIntent, newIntent, takeIntent, type Intent } from './intent'
export { Problem, type FieldError, type ProblemBody } from './problem'
export type Schemas = components['schemas']
