import type zh from './zh'

export default {
  'app.name': 'Lianlin',
  'app.purpose': 'Regional party building and community co-governance',

  'time.minutes': '{n} min',
  'time.hours': '{n} h',
  'time.days': '{n} days',
  'time.left': '{amount} left',
  'time.overdue': '{amount} overdue',
  'time.now': 'now',
  'time.later': 'later',
  'time.since': 'since {day}',
  'time.until': 'until {day}',

  'bell.title': 'Messages',
  'bell.unread': 'Messages, {n} unread',

  'do.retry': 'Try again',
  'do.cancel': 'Cancel',
  'do.close': 'Close',
  'do.back': 'Back',
  'do.save': 'Save',

  'failure.title': 'Nothing could be fetched',
  'failure.done': 'It was not done',
  'failure.unreachable': 'The server cannot be reached',
  'failure.unreachable.mend': 'Check the network and try again in a while. What you typed is still here.',
  'failure.page': 'This page failed',
  'failure.page.mend': 'Reload it. If that does not help, tell your administrator the words below.',
  'failure.stale': 'Somebody changed this a moment ago',
  'failure.quote': 'Number to quote: {request}',

  'renew.title': 'Your login has expired',
  'renew.lead': 'What you typed is still here. {name}, please log in again and go on.',
  'renew.login': 'Account',
  'renew.password': 'Password',
  'renew.do': 'Log in and go on',
  'renew.leave': 'Not now',

  'look.elder': 'Large type',
  'look.standard': 'Normal type',
  'look.night': 'Night',
  'look.day': 'Day',
  'look.compact': 'Compact',
  'look.roomy': 'Roomy',

  'option.optional': 'optional',
  'option.choose': 'Choose',
  'option.yes': 'Yes',
  'option.no': 'No',
  'check.required': 'Enter: {label}',
  'check.choose': 'Choose: {label}',
  'check.max': '{label}: at most {max} characters, now {n}',
  'check.phone': 'A mobile number has 11 digits, this one has {n}',
  'check.number': '{label} must be a number',
  'check.identity': 'An identity number has 18 places, this one has {n}',
} satisfies Record<keyof typeof zh, string>
