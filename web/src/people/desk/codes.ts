import type { Schemas } from '@/api'
import { optionsOf } from '@/shared/desk'

type Form = Schemas['MemberForm']

export const memberStates = ['FULL', 'PROBATIONARY', 'SUSPENDED', 'LEFT'] as const satisfies readonly Form['status'][]
export const memberCategories = [
  'COMMUNITY',
  'IN_SERVICE',
  'RETIRED',
  'MOBILE_OUT',
  'MOBILE_IN',
  'LAID_OFF',
  'TWO_NEW',
  'SPECIALTY',
  'STUDENT',
  'OTHER',
] as const satisfies readonly NonNullable<Form['categories']>[number][]
export const careModes = [
  'DIRECT',
  'DUAL',
  'TAKEOVER',
  'PARTICIPATING',
  'FOCUS',
] as const satisfies readonly Form['careMode'][]
export const managementModes = ['FULL', 'DUAL', 'FOLLOW'] as const satisfies readonly Form['managementMode'][]
/** GB/T 4658 */
export const educations = ['11', '14', '21', '31', '41', '44', '47', '61', '71', '81', '90'] as const

export const stateOptions = () => optionsOf('member.state', memberStates)
export const categoryOptions = () => optionsOf('member.category', memberCategories)
export const careOptions = () => optionsOf('member.care', careModes)
export const managementOptions = () => optionsOf('member.manage', managementModes)
export const educationOptions = () => optionsOf('education', educations)

const tones: Record<string, string> = { FULL: 'ok', PROBATIONARY: 'run', SUSPENDED: 'wait', LEFT: 'off' }
/** A member's state as shape and word. */
export const memberState = (state: { code: string; label: string }) => ({
  label: state.label,
  tone: tones[state.code] ?? 'none',
})
