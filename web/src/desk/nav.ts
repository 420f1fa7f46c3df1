import type { MessageKey } from '@/shared/i18n'

/** After `g`, one letter leads to a page: of its English word, or of its Chinese one. */
export const letters: Record<string, string> = {
  work: 'w',
  looks: 'k',
  notices: 'n',
  orders: 'o',
  items: 'm',
  procedures: 'p',
  organizations: 'z',
  members: 'd',
  territory: 't',
  grids: 'g',
  'party-areas': 'a',
  places: 'l',
  journal: 'j',
  seals: 's',
  accounts: 'u',
  roles: 'r',
  deliveries: 'f',
  settings: 'e',
  'message-rules': 'q',
  messages: 'x',
  'care-pairs': 'c',
  duty: 'y',
  sections: 'b',
}

/** The side of the desk: which pages stand under which heading. Their titles and permissions are the routes' own. */
export const nav: { title: MessageKey; pages: string[] }[] = [
  { title: 'nav.mine', pages: ['work', 'notices', 'looks'] },
  { title: 'nav.service', pages: ['orders', 'care-pairs', 'care-summary', 'items', 'procedures'] },
  { title: 'nav.organization', pages: ['organizations', 'members'] },
  {
    title: 'nav.territory',
    pages: ['territory', 'map', 'grids', 'party-areas', 'places', 'duty', 'sections', 'opening'],
  },
  { title: 'nav.system', pages: ['journal', 'seals', 'accounts', 'roles', 'settings', 'message-rules', 'deliveries'] },
]
