import type zh from './zh'

export default {
  'nav.skip': 'Skip to the page',
  'nav.main': 'Main navigation',
  'nav.where': 'Where you are',
  'nav.mine': 'Mine',
  'nav.service': 'Service',
  'nav.organization': 'Organizations',
  'nav.territory': 'Territory',
  'nav.system': 'Accounts and audit',
  'me.title': 'My account',
  'me.leave': 'Log out',
  'me.posts': 'Under which post you act',
  'denied.title': 'This post may not see the page',
  'denied.lead': 'Try another post, or ask the administrator for the permission.',
  'denied.go': 'Back to my work',
  'absent.title': 'There is no such page',
  'absent.lead': 'The address may be wrong, or the page has moved.',
} satisfies Record<keyof typeof zh, string>
