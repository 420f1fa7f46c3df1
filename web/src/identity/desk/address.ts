import { t } from '@/shared/i18n'

const local: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '0:0:0:0:0:0:0:1'])

/** Where a request came from, as people say it. */
export const place = (address: string | null | undefined) =>
  address && local.has(address) ? t('journal.local') : address
