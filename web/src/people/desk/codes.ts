import { t } from '@/shared/i18n'

export const genders = ['MALE', 'FEMALE'] as const
export const memberStates = ['FULL', 'PROBATIONARY', 'SUSPENDED', 'REMOVED'] as const
export const memberCategories = ['IN_SERVICE', 'RETIRED', 'MOBILE', 'LAID_OFF', 'SPECIALTY'] as const
export const careModes = ['DIRECT', 'DUAL', 'TAKEOVER', 'PARTICIPATING', 'FOCUS'] as const
export const managementModes = ['FULL', 'DUAL', 'FOLLOW'] as const
export const educations = ['POSTGRADUATE', 'UNDERGRADUATE', 'COLLEGE', 'SECONDARY', 'PRIMARY'] as const

export const genderOptions = () => genders.map((code) => ({ code, label: t(`gender.${code}`) }))
export const stateOptions = () => memberStates.map((code) => ({ code, label: t(`member.state.${code}`) }))
export const categoryOptions = () => memberCategories.map((code) => ({ code, label: t(`member.category.${code}`) }))
export const careOptions = () => careModes.map((code) => ({ code, label: t(`member.care.${code}`) }))
export const managementOptions = () => managementModes.map((code) => ({ code, label: t(`member.manage.${code}`) }))
export const educationOptions = () => educations.map((code) => ({ code, label: t(`education.${code}`) }))

const tones: Record<string, string> = { FULL: 'ok', PROBATIONARY: 'run', SUSPENDED: 'wait', REMOVED: 'off' }
/** A member's state as shape and word. */
export const memberState = (state: { code: string; label: string }) => ({
  label: state.label,
  tone: tones[state.code] ?? 'none',
})
