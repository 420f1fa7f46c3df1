import type zh from './zh'

export default {
  'photos.wish': 'Photos of the place',
  'photos.result': 'Photos of the result',
  'photos.nth': '{what}, number {n}',
  'photos.add.wish': 'Add a photo of the place',
  'photos.add.result': 'Add a photo of the result',
  'photos.sending': 'Sending…',
  'photos.refused': 'The photo was not sent',
  'photos.wrong': 'Only photos as JPG or PNG',
  'photos.hint': 'At most 6; where a photo was taken is removed from it.',
} satisfies Record<keyof typeof zh, string>
