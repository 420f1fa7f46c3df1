import type { Schemas } from '@/api'
import { optionsOf } from '@/shared/desk'

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

export const kindOptions = () => optionsOf('organization.kind', organizationKinds)
export const setupOptions = () => optionsOf('organization.setup', setupModes)
export const unitOptions = () => optionsOf('organization.unit', unitKinds)
export const relationOptions = () => optionsOf('relation.kind', relationKinds)
