import type { Schemas } from '@/api'
import { t } from '@/shared/i18n'

export type AccountState = Schemas['AccountLine']['state']
export const accountStates = ['ACTIVE', 'LOCKED', 'DISABLED'] as const satisfies readonly AccountState[]

const tones: Record<AccountState, string> = { ACTIVE: 'ok', LOCKED: 'bad', DISABLED: 'off' }
export const accountState = (state: AccountState) => ({ label: t(`accounts.${state}`), tone: tones[state] })
