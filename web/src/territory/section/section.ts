import type { Schemas } from '@/api'
import './messages'

export type Section = Schemas['SectionView']
export type Line = Schemas['SectionViewLine']
export type Act = Section['does'][number]
export const states = ['CLAIMED', 'ACTIVE'] as const

/** What the last check found, where it is still to be mended. */
export const toMend = (section: Pick<Section, 'line' | 'entries'>) =>
  section.line.verdict?.code === 'TO_MEND'
    ? section.entries.find((each) => each.verdict?.code === 'TO_MEND')
    : undefined
