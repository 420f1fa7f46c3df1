import type { Schemas } from '@/api'
import { optionsOf } from '@/shared/desk'
import { t } from '@/shared/i18n'

export type AccountState = Schemas['Account']['state']
export const accountStates = [
  'ACTIVE',
  'INVITED',
  'LOCKED',
  'DISABLED',
  'CLOSED',
] as const satisfies readonly AccountState[]

const tones: Record<AccountState, string> = {
  INVITED: 'wait',
  ACTIVE: 'ok',
  LOCKED: 'bad',
  DISABLED: 'off',
  CLOSED: 'off',
}
export const accountState = (state: AccountState) => ({ label: t(`accounts.${state}`), tone: tones[state] })
export const stateOptions = () => optionsOf('accounts', accountStates)
