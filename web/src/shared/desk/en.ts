import type zh from './zh'

export default {
  'list.loading': 'Fetching',
  'list.empty': 'Nothing here yet',
  'list.total': '{n} in all',
  'list.pages': 'Pages',
  'list.back': 'Previous',
  'list.forward': 'Next',
  'list.pageOf': '{page} / {pages}',
  'pick.search': 'Search by name or code',
  'pick.none': 'Nothing found, try other words',
  'pick.type': 'Type a name',
  'form.mistakes': '{n} things to mend',
  'form.notNow': 'Not now',
  'sign.region': 'Handling',
  'sign.stars': '{n} stars',
  'mask.reveal': 'Show',
  'mask.title': 'Show: {label}',
  'mask.reason': 'Why do you need it?',
  'mask.hint': 'This is recorded. The person concerned can read who looked, when and why.',
  'mask.do': 'Show',
} satisfies Record<keyof typeof zh, string>
