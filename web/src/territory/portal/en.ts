import type zh from './zh'

export default {
  'public.stations.title': 'Stations nearby',
  'public.stations.lead':
    'Where service centres and posts are, when they are open, and their telephones. What is on the map is in the list too.',
  'public.stations.search': 'Find by name, community or address',
  'public.stations.near': 'Nearest first',
  'public.stations.kept': 'The position only sorts the list; it is not stored.',
  'public.stations.denied': 'The position may not be used; the list is by name.',
  'public.stations.unavailable': 'The browser gave no position; the list is by name.',
  'public.stations.map': 'Map of stations; the same is in the list',
  'public.stations.found': '{n} stations',
  'public.stations.none': 'No station was found',
  'public.stations.none.lead': 'Try other words.',
  'public.stations.failed': 'The stations could not be fetched',
  'public.stations.loading': 'Fetching the stations',
  'public.stations.back': 'All stations',
  'public.stations.menu': 'What can be ordered in {place}',
} satisfies Record<keyof typeof zh, string>
