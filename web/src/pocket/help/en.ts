import type zh from './zh'

export default {
  'help.lead':
    'Never mind if this is new to you: call, and the community does it for you. You can follow it just the same.',
  'help.1': 'How do I ask for help?',
  'help.1.answer':
    'Press "Ask for help", write one sentence, press the button at the bottom. The community sends it to a suitable team in due time.',
  'help.2': 'How do I know how far it is?',
  'help.2.answer':
    '"My orders" says who has each of them now and how much time is left. When it is done, rate it there.',
  'help.3': 'Can my family follow it?',
  'help.3.answer':
    'You are given a number and a code when you place an order. With these two your family sees how far it is at the front page, without signing in.',
  'help.4': 'The type is too small',
  'help.4.answer':
    'Press "Large type" at the top right. Where the phone has a Chinese voice, every page can then be read aloud.',
  'help.5': 'Does it work without a connection?',
  'help.5.answer':
    'Yes. Pages opened before can still be seen; what you do is kept on the phone and sent later, each thing once. Inside WeChat new pages cannot be opened without a connection.',
  'help.6': 'Is my number given away?',
  'help.6.answer':
    'It is masked. Only the one who accepted your order can see it while it is open, and every look is recorded: see "Who looked at my data" under "Me".',
  'help.privacy': 'How personal data are treated',
  'help.complaints': 'Complaints and suggestions',
} satisfies Record<keyof typeof zh, string>
