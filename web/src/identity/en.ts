import type zh from './zh'

export default {
  'factor.title': 'Second factor',
  'factor.lead': 'Beside the password, 6 digits from your phone.',
  'factor.forced': 'Staff log in with a password and a code from the phone here. Set it up first.',
  'factor.show': 'Type the 6 digits that it shows',
  'factor.do': 'Set it up',
  'factor.proof': 'Type your password once more before you begin.',
  'factor.go': 'Go on',
  'factor.keep': 'One thing more: keep the recovery codes',
  'factor.keep.lead':
    'If the phone is lost or new, each of them opens one login. They are shown only now: write them down or print them, and keep them in a safe place.',
  'factor.recovery': 'Recovery codes',
  'factor.copy': 'Copy',
  'factor.copied': 'Copied',
  'factor.kept': 'I have kept them',
} satisfies Record<keyof typeof zh, string>
