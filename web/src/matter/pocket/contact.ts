import type { Schemas } from '@/api'

/** What only the team that accepted the order may do while it is open. */
const ofTheTaker = new Set(['contact', 'start', 'complete'])

/** Contact data are for the accepted taker while the order is open; the server's actions say who that is. */
export const mayContact = (order: Pick<Schemas['ServiceOrder'], 'actions'>) =>
  order.actions.some((each) => ofTheTaker.has(each.name))
