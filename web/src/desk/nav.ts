import type { MessageKey } from '@/shared/i18n'

/** The side of the desk: which pages stand under which heading. Their titles and permissions are the routes' own. */
export const nav: { title: MessageKey; pages: string[] }[] = [
  { title: 'nav.mine', pages: ['work', 'looks'] },
  { title: 'nav.service', pages: ['orders', 'care-pairs', 'care-summary', 'items', 'procedures'] },
  { title: 'nav.organization', pages: ['organizations', 'members'] },
  { title: 'nav.territory', pages: ['territory', 'grids', 'party-areas', 'places', 'duty', 'opening'] },
  { title: 'nav.system', pages: ['journal', 'seals', 'accounts', 'roles', 'deliveries'] },
]
