import type zh from './zh'

export default {
  'tab.main': 'Main pages',
  'tab.home': 'Home',
  'tab.orders': 'My orders',
  'tab.place': 'Ask for help',
  'tab.taking': 'Taking',
  'tab.me': 'Me',
  'gone.title': 'There is no such page',
  'gone.lead': 'The address may be mistyped, or the content has moved.',
  'gone.home': 'Home',
} satisfies Record<keyof typeof zh, string>
