import type { MessageKey } from '../i18n'

/** A column of a ResourceTable. A slot of the same name as `key` draws the cell when words are not enough. */
export interface Column<T> {
  key: string
  label: string
  text?: (row: T) => string | number | null | undefined
  /** A state as shape and word. */
  state?: (row: T) => { label: string; tone?: string | null }
  /** The cell that says what the row is; it takes the room that the others leave, a `short` one less of it. */
  lead?: boolean | 'short'
  /** The quiet second line of the lead cell: who and when. */
  sub?: (row: T) => string
  /** Figures stand below each other. */
  figures?: boolean
  /** The heading is for screen readers only. */
  quiet?: boolean
  /** `wide`: only shown where there is room. */
  fit?: 'wide'
  /** Not shown before somebody asks for it. */
  optional?: boolean
  /** The orders of the server that pressing the heading asks for: rising, falling. Only those that an index serves. */
  sort?: { up?: string; down?: string }
}

/** An order of a list in words; the usual one has no key. */
export interface Order {
  key?: string
  label: string
}

/** A view of a list: a question that is asked often, with the number of its answers. */
export interface View<F = object> {
  key: string
  label: string
  /** What it filters by; the first view, of everything, by nothing. */
  filter?: Partial<F>
  /** Null where there are more than the server counts. */
  count?: number | null
  tone?: 'bad'
  /** Asked seldom: kept in a list behind the tabs. */
  seldom?: boolean
  /** Saved by the reader. */
  own?: boolean
}

type Before<S extends string> = MessageKey extends infer K ? (K extends `${infer N}.${S}` ? N : never) : never
/** Lists whose words are written: title, lead (what it is for) and what is said where it is empty. */
export type ListName = Before<'title'> & Before<'lead'> & Before<'empty'>
