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

  'line.seen': 'No connection. You see how it was {at}; what you do now is kept and sent later.',
  'line.shut': 'No connection: this page cannot be opened yet.',
  'line.waits': '{n} to be sent',
  'line.refused': '{n} not done, please have a look',
  'line.placed': 'Your order has arrived: see its number and code',
  'outbox.title': 'Waiting to be sent',
  'outbox.lead':
    'What you did without a connection is kept here and sent in order as soon as there is one, each thing once, even if it had already arrived.',
  'outbox.now': 'Send now',
  'outbox.none': 'Everything has been sent',
  'outbox.none.lead': 'What you do without a connection is kept here first.',

  'help.title': 'Help',
} satisfies Record<keyof typeof zh, string>
