import type zh from './zh'

export default {
  'kit.back': 'Back',
  'kit.loading': 'Loading',
  'kit.more': 'Show more',
  'kit.summary': 'Not quite there',
  'kit.post': 'Acting as',

  'call.title': 'Do it by phone',
  'call.hotline': 'Government service hotline',
  'call.danger': 'In danger call 110, 119 or 120 first',

  'signin.by': 'How to sign in',
  'signin.code.way': 'Code by phone',
  'signin.password.way': 'Password',
  'signin.phone': 'Mobile number',
  'signin.code': 'Code',
  'signin.code.hint': '6 digits, valid for a few minutes',
  'signin.code.send': 'Send a code',
  'signin.code.again': 'Again in {n} s',
  'signin.code.digits': 'A code has 6 digits',
  'signin.login': 'Account',
  'signin.password': 'Password',
  'signin.do': 'Sign in',
  'signin.failed': 'You were not signed in',

  'inbox.title': 'Demo inbox',
  'inbox.lead': 'This is a demonstration: no message is really sent. In real use it goes to your phone.',
  'inbox.wait': 'The message is on its way',
  'inbox.fill': 'Fill in',

  'again.title': 'Your session has expired',
  'again.lead': 'What you typed is still here. {name}, please sign in again and go on.',
  'again.leave': 'Not now',

  'star.1': 'Very dissatisfied',
  'star.2': 'Dissatisfied',
  'star.3': 'So-so',
  'star.4': 'Satisfied',
  'star.5': 'Very satisfied',

  'letter.waits': 'Waits to be sent',
  'letter.sending': 'Being sent',
  'letter.other': 'Goes out when you act again under the post under which you did it',
  'letter.refused.401': 'You were signed out; it goes on when you have signed in again',
  'letter.refused.403': 'Not done: your present post may not do this',
  'letter.refused.404': 'Not done: you cannot see this matter any more',
  'letter.refused.412': 'Not done: while it waited, somebody else acted first',
  'letter.at': 'Written {at}, kept on this phone',
  'letter.back': 'Take back, do not send',
  'letter.mend': 'Take back and change',

  'kit.aloud': 'Read to me',
  'kit.hush': 'Stop reading',
  'dictate.do': 'Speak',
  'dictate.stop': 'Done',
  'dictate.here': 'Your voice becomes text on this phone and is sent nowhere.',
  'dictate.there':
    'Your voice goes to the browser, which mostly sends it to its maker (Google, Microsoft, Apple …); this platform gets the text alone.',
  'dictate.refused': 'The browser may not use the microphone. Use the one on your keyboard, or type.',
  'dictate.failed': 'Nothing was understood, or the speech service is out of reach. Use the keyboard.',
} satisfies Record<keyof typeof zh, string>
