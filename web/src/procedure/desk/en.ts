import type zh from './zh'

export default {
  'procedures.title': 'Procedures',
  'procedures.lead': 'Who does each step and within which time. A change makes a new version; what runs keeps its own.',
  'procedures.pick': 'Procedure',
  'procedures.version': 'Version {n}',
  'procedures.diagram': 'Diagram',
  'procedures.steps': 'Steps',
  'procedures.action': 'Action',
  'procedures.from': 'From',
  'procedures.to': 'To',
  'procedures.by': 'By',
  'procedures.in': 'within {term}',
  'procedures.working': '{n} working day(s)',
  'procedures.days': '{n} days',
  'procedures.aside': 'Sometimes it waits in',
  'procedures.empty': 'No procedures yet',
} satisfies Record<keyof typeof zh, string>
