import type { Schemas } from '@/api'
import { t } from '@/shared/i18n'

type Profile = Schemas['Profile']

/** The kinds of the hierarchy, larger before smaller, then those beside it. */
export const organizationKinds = [
  'WORKING_COMMITTEE',
  'COMMITTEE',
  'GENERAL_BRANCH',
  'BRANCH',
  'JOINT_BRANCH',
  'GROUP',
  'TEMPORARY_BRANCH',
  'MOBILE_MEMBER_BRANCH',
  'REGIONAL_COMMITTEE',
  'REGIONAL_WORKING_COMMITTEE',
  'FUNCTIONAL_BRANCH',
  'FUNCTIONAL_GROUP',
  'PARTY_LEADING_GROUP',
  'SOCIAL_ORGANIZATION',
  'ENTERPRISE',
  'PUBLIC_INSTITUTION',
  'GOVERNMENT_BODY',
  'MASS_ORGANIZATION',
  'OWNERS_COMMITTEE',
  'PROPERTY_COMPANY',
  'VOLUNTEER_TEAM',
] as const satisfies readonly Profile['kind'][]
export const setupModes = [
  'INDEPENDENT',
  'JOINT',
  'AFFILIATED',
  'DISPATCHED',
  'REGIONAL',
] as const satisfies readonly Profile['setupMode'][]
export const unitKinds = [
  'GOVERNMENT',
  'INSTITUTION',
  'STATE_ENTERPRISE',
  'PRIVATE_ENTERPRISE',
  'SOCIAL_ORGANIZATION',
  'VILLAGE',
  'COMMUNITY',
  'SCHOOL',
  'OTHER',
] as const satisfies readonly Profile['unitKind'][]
export const relationKinds = [
  'REGIONAL_MEMBER',
  'PAIRING',
  'COVERED_BY',
  'GUIDED_BY',
  'FUNCTIONAL_OF',
  'SERVES',
] as const satisfies readonly Schemas['OrganizationNewRelation']['kind'][]

export const kindOptions = () => organizationKinds.map((code) => ({ code, label: t(`organization.kind.${code}`) }))
export const setupOptions = () => setupModes.map((code) => ({ code, label: t(`organization.setup.${code}`) }))
export const unitOptions = () => unitKinds.map((code) => ({ code, label: t(`organization.unit.${code}`) }))
export const relationOptions = () => relationKinds.map((code) => ({ code, label: t(`relation.kind.${code}`) }))
