import type zh from './zh'

export default {
  'door.title': 'Say what you need, neighbours answer',
  'door.skip': 'Skip to the content',
  'door.what': 'What this is for',
  'door.what.1':
    'Residents say what help they need; the community’s party organization sends it to a suitable volunteer team, and the resident rates the result.',
  'door.what.2': 'Who has it and how much time is left is one and the same order for everybody concerned.',
  'door.what.3': 'When nobody accepts in time, the system itself reminds and escalates; nobody has to press.',

  'door.chain': 'One order from end to end',
  'door.chain.1': 'A resident asks',
  'door.chain.1.sub': 'by phone, in person or here',
  'door.chain.2': 'The party organization sends',
  'door.chain.2.sub': 'within 1 working day',
  'door.chain.3': 'A team accepts',
  'door.chain.3.sub': 'or the next one does',
  'door.chain.4': 'The resident rates',
  'door.chain.4.sub': 'no answer never counts as good',

  'door.enter': 'Which door',
  'door.menu': 'Service menu',
  'door.menu.sub': 'What help is offered now, by whom, free or at a low fee; without signing in',
  'door.m': 'Residents and volunteers',
  'door.m.sub': 'place, follow and accept orders, on a phone',
  'door.desk': 'Staff',
  'door.desk.sub': 'dispatching, organizations, members, grids, on a computer',
  'door.wall': 'Wall',
  'door.wall.sub': 'figures, time limits and events of a place, without names',

  'door.data': 'How your data are treated',
  'door.data.1':
    'Names, numbers and addresses are masked; only the team that accepted an order sees how to reach you, while it is open.',
  'door.data.2': 'Who looked, when and why is recorded for good; sign in and you can always see it.',
  'door.data.3': 'Residents are not scored, ranked or tracked; there are no cameras and no face recognition.',
  'door.privacy': 'One by one, in plain words',
  'door.complaints': 'Complaints and suggestions',
  'door.call': 'Rather not online? Call',
  'door.hotline': 'government service hotline',

  'track.title': 'Follow an order',
  'track.lead': 'No sign-in needed. You were told number and code when the order was placed.',
  'track.number': 'Number',
  'track.code': 'Tracking code',
  'track.code.hint': '6 digits',
  'track.do': 'See how far it is',
  'track.failed': 'Nothing was found',
  'track.again': 'Follow another',
  'track.placed': 'placed {day}',
  'track.steps': 'Steps',
  'track.code.digits': 'A tracking code has 6 digits, this one has {n}',

  'portal.gone': 'There is no such page',
  'portal.gone.lead': 'The address may be mistyped, or the content has moved.',
  'portal.gone.home': 'To the front door',
  'door.stations': 'Stations',
  'door.stations.sub': 'where, and when open',
} satisfies Record<keyof typeof zh, string>
