import type zh from './zh'

export default {
  'public.menu.title': 'Service menu',
  'public.menu.lead':
    'What volunteer teams, social organizations and party organizations can do for you now. Read it without signing in; order on the phone or by telephone.',
  'public.menu.place': 'In which community?',
  'public.menu.place.hint': 'Write a part of its name',
  'public.menu.place.all': 'All places',
  'public.menu.place.none': 'No such community was found; try other words',
  'public.menu.here': 'What can be ordered in {place}',
  'public.menu.search': 'Find a service',
  'public.menu.categories': 'What kind',
  'public.menu.all': 'All',
  'public.menu.more': 'Show more',
  'public.menu.none': 'There is no such service here yet',
  'public.menu.none.lead': 'Try another kind or place; or call the community and say what help is needed.',
  'public.menu.failed': 'The menu could not be fetched',
  'public.menu.loading': 'Fetching the menu',
  'public.menu.back': 'Back to the menu',
  'public.menu.order': 'Order on the phone',
  'public.menu.order.hint': 'Sign in and the service comes along.',
  'public.menu.call': 'Without a computer, call',
  'public.menu.stations': 'See the stations on a map',
} satisfies Record<keyof typeof zh, string>
