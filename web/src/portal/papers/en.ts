import type zh from './zh'

export default {
  'privacy.title': 'How your data are treated',
  'privacy.lead': 'This page tells what the system really does now, not what is intended.',
  'privacy.1': 'What is collected',
  'privacy.1.a':
    'Signing up: a name, a mobile number, your community. Orders: what help is needed and when; the door number and photos are optional.',
  'privacy.1.b':
    'Party members have a record, identity number included, kept by their branch; whoever looks after a section, also since when and what he or she wrote about it. Patrols of grids keep time, grid and findings alone.',
  'privacy.1.c': 'No cameras, no faces, no location of phones; residents are not scored or ranked.',
  'privacy.2': 'How it is kept',
  'privacy.2.a':
    'Numbers and addresses are encrypted (SM4) before they are stored; the keys lie apart from the database.',
  'privacy.2.b': 'Photos are made anew: where they were taken is gone.',
  'privacy.2.c':
    'Orders and the record of who did what are not deleted by themselves at present; see "What you can ask".',
  'privacy.3': 'Who can see it',
  'privacy.3.a': 'Names and numbers are masked on every page and list.',
  'privacy.3.b':
    'Your number and door are seen by the one who accepted the order while it is open, and by the community’s staff who write down a reason.',
  'privacy.3.c':
    'Each look is recorded first: who, when, why. The record can be neither changed nor deleted; sign in and see "Who looked at my data".',
  'privacy.3.d':
    'Number and code of an order show what is wanted and how far it is, no phone number or door; names are masked. The wall shows no names.',
  'privacy.4': 'Is it passed on',
  'privacy.4.a': 'Not sold, not used for advertising; the pages carry nobody else’s counters.',
  'privacy.4.b':
    'Short messages go through a gateway, which gets the number and the sentence. Notifications go through the maker of your browser.',
  'privacy.4.c':
    'When you speak instead of typing, the browser listens, mostly on its maker’s servers; this platform gets the text. "The way" hands the door number to the map on the phone.',
  'privacy.5': 'What stays on your phone',
  'privacy.5.a':
    'Drafts, what waits to be sent and pages seen stay in this browser, encrypted, until you sign out. Where the browser cannot encrypt, drafts alone stay, without the door number.',
  'privacy.5.b':
    'Residents stay signed in for 30 days. Sign a lost phone out from another one under "Me", or ask the community to.',
  'privacy.6': 'What you can ask',
  'privacy.6.a':
    'Look: under "Me". Correct, copy, delete, stop: call the community or 12345, or come to the window with your card.',
  'privacy.6.b': 'Where somebody looked who should not have, see "Complaints".',
  'privacy.complain': 'Complaints and suggestions',

  'complain.title': 'Complaints and suggestions',
  'complain.lead':
    'There is no form here. A form that nobody is there to read is worth less than ways where somebody answers.',
  'complain.1': 'About an order',
  'complain.1.a': 'Sign in, open it, rate it "not satisfied". The community has to call back within 3 working days.',
  'complain.1.b': 'Until then you may have it done again, once; the team and the street are told.',
  'complain.1.c': 'Orders that are not rated are closed after seven days as "not rated", never as good.',
  'complain.2': 'Not online, or not signed in',
  'complain.2.a': 'Call 12345 or come to the window with the number of the order; name and mobile number will do.',
  'complain.3': 'About the community, the street or staff',
  'complain.3.a': 'Call 12345. It is not part of this platform: it registers, passes on and answers by its own rules.',
  'complain.3.b': 'Conduct of party members and cadres: 12380 or 12388.',
  'complain.4': 'Somebody looked at personal data without reason',
  'complain.4.a': 'Sign in and see who, when and why; keep a picture of it and call 12345 or go to the community.',
  'complain.5': 'What becomes of it',
  'complain.5.a':
    'What the community registers goes into the same queue as every order: a number, a time limit, reminders and escalation.',
  'complain.5.b': 'Nobody can delete an order or a rating.',
  'complain.danger': 'In danger call 110, 119 or 120 first.',
  'complain.track': 'Follow an order',
  'complain.call': 'Call 12345',
  'paper.back': 'To the front door',
} satisfies Record<keyof typeof zh, string>
