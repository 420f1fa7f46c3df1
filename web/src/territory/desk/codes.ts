import { t } from '@/shared/i18n'

export const regionTypes = [
  'URBAN_COMMUNITY',
  'RURAL',
  'URBAN_RURAL_FRINGE',
  'INDUSTRIAL_PARK',
  'BUSINESS_DISTRICT',
] as const
export const gridKinds = ['BASIC', 'SPECIAL'] as const
export const staffRoles = ['GRID_HEAD', 'GRID_WORKER'] as const
export const placeKinds = [
  'PARTY_SERVICE_CENTRE',
  'PARTY_ACTIVITY_CENTRE',
  'COMMUNITY_SERVICE_CENTRE',
  'MEMBER_SERVICE_STATION',
  'PARTY_HOME',
  'PARTY_GROUP_HOME',
  'PIONEER_POST',
  'TEAHOUSE',
  'CONVENIENCE_STATION',
] as const
export const partyAreaTypes = ['COMMUNITIES', 'PARK', 'BUSINESS_DISTRICT', 'MIXED'] as const

export const regionOptions = () => regionTypes.map((code) => ({ code, label: t(`region.${code}`) }))
export const gridKindOptions = () => gridKinds.map((code) => ({ code, label: t(`grid.kind.${code}`) }))
export const staffOptions = () => staffRoles.map((code) => ({ code, label: t(`grid.role.${code}`) }))
export const placeOptions = () => placeKinds.map((code) => ({ code, label: t(`place.kind.${code}`) }))
export const partyAreaOptions = () => partyAreaTypes.map((code) => ({ code, label: t(`partyArea.type.${code}`) }))
