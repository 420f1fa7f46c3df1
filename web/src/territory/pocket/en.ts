import type zh from './zh'

export default {
  'near.title': 'Stations near me',
  'near.lead': 'Party and community service centres and posts: rest, get things done, talk; no appointment.',
  'near.find': 'Nearest first',
  'near.finding': 'Looking where you are',
  'near.kept': 'Your position only sorts this list; it is not stored.',
  'near.denied': 'The position may not be used; the list is by name, and you can search it.',
  'near.unavailable': 'The phone gave no position; the list is by name, and you can search it.',
  'near.search': 'Find by name or address',
  'near.list': 'List',
  'near.map': 'Map',
  'near.none': 'No station is open to the public here yet',
  'near.none.lead': 'Try other words, or call the community.',
  'near.failed': 'The stations could not be fetched',
  'station.title': 'Station',
} satisfies Record<keyof typeof zh, string>
