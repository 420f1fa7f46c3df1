import type { Schemas } from '@/api'

type Step = Schemas['CaseViewPassed']

/** The steps as a bar shows them: where it stands, out of how many, and who has it. Reminders are no steps. */
export function progressOf(steps: Step[]) {
  const bar = steps.filter((step) => step.kind !== 'warn')
  const at = bar.findIndex((step) => step.kind === 'now')
  const now = at < 0 ? bar.filter((step) => step.kind === 'past').length - 1 : at
  const step = bar[Math.max(0, now)]
  return { kinds: bar.map((each) => each.kind), now: now + 1, all: bar.length, step }
}

/** What somebody said last: the note of the newest step that has one. */
export const lastWord = (steps: Step[]) => steps.filter((step) => step.kind === 'past' && step.note).pop()

/** The states in which an order waits for the one who placed it. */
const mine: ReadonlySet<string> = new Set(['RETURNED', 'COMPLETED'])

/** The one matter to show first: what waits for an answer of mine before what runs, the rest not at all. */
export function foremost(cases: Schemas['CaseLine'][]): Schemas['CaseLine'] | undefined {
  return cases.find((each) => mine.has(each.state.code)) ?? cases.find((each) => each.lamp)
}

export const isRating = (action: Schemas['CaseViewOffered']) => action.form.some((asked) => asked.kind === 'rating')
