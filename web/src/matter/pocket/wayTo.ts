/**
 * Opens the phone's own map at an address. No map service is asked by this page: the address goes to the program that
 * the phone's owner has chosen, and to nobody else.
 */
export const wayTo = (address: string, agent = navigator.userAgent) =>
  /iPhone|iPad|Macintosh/.test(agent)
    ? `maps://?q=${encodeURIComponent(address)}`
    : `geo:0,0?q=${encodeURIComponent(address)}`
