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
  'PARTY_MASS_SERVICE_CENTER',
  'ACTIVITY_CENTER',
  'COMMUNITY_SERVICE_CENTER',
  'MEMBER_SERVICE_CENTER',
  'MEMBER_SERVICE_STATION',
  'PARTY_MASS_HOME',
  'GROUP_HOME',
  'PIONEER_STATION',
  'TEA_HOUSE',
] as const

export const regionOptions = () => regionTypes.map((code) => ({ code, label: t(`region.${code}`) }))
export const gridKindOptions = () => gridKinds.map((code) => ({ code, label: t(`grid.kind.${code}`) }))
export const staffOptions = () => staffRoles.map((code) => ({ code, label: t(`grid.role.${code}`) }))
export const placeOptions = () => placeKinds.map((code) => ({ code, label: t(`place.kind.${code}`) }))
