import { defineMessages } from '@/shared/i18n'
import zh from './zh'

defineMessages(zh, () => import('./en'))

declare module '@/shared/i18n' {
  interface MessageParts {
    messagingDesk: typeof zh
  }
}
