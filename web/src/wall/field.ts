/** The shape of a field of tiles, and how one moves about in it. */

/** As many columns as make the tiles about as wide as a name and a figure need. */
export function columnsFor(tiles: number, ratio: number, wanted = 1.7): number {
  if (tiles <= 0) return 1
  let best = 1
  let nearest = Infinity
  for (let columns = 1; columns <= tiles; columns++) {
    const rows = Math.ceil(tiles / columns)
    const shape = (ratio * rows) / columns
    const hole = (columns * rows - tiles) / tiles
    const distance = Math.abs(Math.log(shape / wanted)) + hole * 1.5
    if (distance < nearest) {
      nearest = distance
      best = columns
    }
  }
  return best
}

/** One of five shades, by the share of the greatest. Nothing open is the darkest. */
export function shadeOf(open: number, most: number): number {
  return open <= 0 || most <= 0 ? 0 : Math.min(4, Math.ceil((open / most) * 4))
}

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'
export const isArrow = (key: string): key is Arrow => /^Arrow(Left|Right|Up|Down)$/.test(key)

/** The tile that an arrow leads to; at an edge one stays. The first press begins at the first tile. */
export function move(from: number, key: Arrow, columns: number, tiles: number): number {
  if (from < 0) return 0
  const to = from + { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[key]
  if (to < 0) return from
  if (to < tiles) return to
  const hasRowBelow = Math.floor(from / columns) < Math.floor((tiles - 1) / columns)
  return key === 'ArrowDown' && hasRowBelow ? tiles - 1 : from
}

/** Keys of keyboards and of remote controls (Tizen 10009, webOS 461) that lead out of an area. */
export const isBack = ({ key, keyCode }: { key: string; keyCode?: number }) =>
  ['Escape', 'Backspace', 'GoBack', 'BrowserBack', 'XF86Back'].includes(key) || keyCode === 10009 || keyCode === 461
