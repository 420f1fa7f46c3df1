import { defineMessages } from '../i18n'
import zh from './zh'

defineMessages(zh, () => import('./en'))

declare module '../i18n' {
  interface MessageParts {
    sharedDesk: typeof zh
  }
}
