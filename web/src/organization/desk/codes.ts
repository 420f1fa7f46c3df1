import { t } from '@/shared/i18n'

/** The kinds of the hierarchy, larger before smaller. */
export const organizationKinds = [
  'WORKING_COMMITTEE',
  'COMMITTEE',
  'GENERAL_BRANCH',
  'BRANCH',
  'JOINT_BRANCH',
  'FUNCTIONAL_BRANCH',
  'TEMPORARY_BRANCH',
  'MOBILE_MEMBER_BRANCH',
  'GROUP',
  'FUNCTIONAL_GROUP',
  'PARTY_LEADING_GROUP',
] as const
export const setupModes = ['INDEPENDENT', 'JOINT', 'AFFILIATED', 'DISPATCHED'] as const
export const relationKinds = ['PAIRING', 'PARTNER', 'SUPPORT', 'SEAT'] as const

export const kindOptions = () => organizationKinds.map((code) => ({ code, label: t(`organization.kind.${code}`) }))
export const setupOptions = () => setupModes.map((code) => ({ code, label: t(`organization.setup.${code}`) }))
export const relationOptions = () => relationKinds.map((code) => ({ code, label: t(`relation.kind.${code}`) }))
