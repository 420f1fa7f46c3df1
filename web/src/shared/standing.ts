import { may, post } from './acting'

/** What the pocket and the wall ask about the post of now. The server decides; a page only hides what it would refuse. */
export const placesOrders = () => post.value?.reach === 'OWN' && may('order.place')
export const takesOrders = () => may('order.take')
export const worksAtDesk = () =>
  may('order.dispatch') || may('member.read') || may('account.read') || may('journal.read')
export const readsPlaces = () => may('place.read')
