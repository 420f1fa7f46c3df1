import { may } from './acting'

/** What the pocket and the wall ask about the post of now. The server decides; a page only hides what it would refuse. */
const has = may as (permission: string) => boolean

export const placesOrders = () => has('order.own')
export const takesOrders = () => has('order.take')
export const worksAtDesk = () =>
  has('order.dispatch') || has('member.read') || has('account.read') || has('journal.read')
export const readsPlaces = () => has('place.read')
