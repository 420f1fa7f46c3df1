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
  'service.free': 'Free',
  'service.price': '{n} yuan',
  'service.minutes': 'About {n} minutes',
  'service.hours': 'About {n} hours',
  'service.served': 'Given {n} times in half a year',
  'service.rating': 'rated {n}',
  'service.by': 'Offered by {name}',
  'service.audience': 'For whom',
  'service.conditions': 'Good to know',
  'service.priority': 'First for',
  'service.priority.why':
    'The service is free; when hands are short, these families come first. The rule of the service decides, nobody is scored.',
  'service.stations': 'Where',
  'service.area': 'Area served',
  'service.channels': 'How to order',
  'service.first': 'Priority',
} satisfies Record<keyof typeof zh, string>
