import { t } from '@/shared/i18n'

/** `2 working days` of a definition, as people say it. */
export function termText(term: string): string {
  const [, n, working] = /^(\d+) (working )?days?$/.exec(term) ?? []
  if (!n) return term
  return t(working ? 'procedures.working' : 'procedures.days', { n })
}
