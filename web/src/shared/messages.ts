import { defineMessages } from './i18n'
import zh from './zh'

defineMessages(zh, () => import('./en'))
