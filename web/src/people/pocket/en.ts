import type zh from './zh'

export default {
  'record.title': 'My party record',
  'record.lead': 'Numbers and address are shown in part; whoever looks at the whole is written down.',
  'record.none':
    'There is no party record of yours. If you are a member, ask your branch to note your mobile number in it.',
  'record.branch': 'Branch',
  'record.group': 'Party group',
  'record.state': 'Status',
  'record.categories': 'Categories',
  'record.joined': 'Joined on',
  'record.full': 'Full member since',
  'record.identity': 'Identity number',
  'record.phone': 'Telephone',
  'record.address': 'Address',
  'record.work': 'Employer',
  'record.missing': 'Not filled in',
  'record.looks': 'Who looked at my data',
  'record.wrong': 'If something is wrong, tell your branch.',
} satisfies Record<keyof typeof zh, string>
