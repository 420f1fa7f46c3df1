import type zh from './zh'

export default {
  'app.name': 'Lianlin',
  'app.purpose': 'Regional party building and community co-governance',
} satisfies Record<keyof typeof zh, string>
