import { optionsOf } from '@/shared/desk'

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

export const regionOptions = () => optionsOf('region', regionTypes)
export const gridKindOptions = () => optionsOf('grid.kind', gridKinds)
export const staffOptions = () => optionsOf('grid.role', staffRoles)
export const placeOptions = () => optionsOf('place.kind', placeKinds)
export const partyAreaOptions = () => optionsOf('partyArea.type', partyAreaTypes)
