import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

/** What stands in a cell; a formula as Excel keeps it. */
export type Cell = string | { formula: string } | undefined
interface Entry {
  name: string
  content: Buffer
}
const first = 'xl/worksheets/sheet1.xml'
const firstRow = 4

/** Fills a template as people do in Excel: what is written comes into its cells, everything else stays. */
export function filled(template: Buffer, rows: Cell[][]): Buffer {
  return zipped(
    unzipped(template).map((entry) =>
      entry.name === first ? { ...entry, content: Buffer.from(written(entry.content.toString(), rows)) } : entry,
    ),
  )
}

/** All that can be read in the first sheet. */
export function textOf(workbook: Buffer): string {
  const entries = unzipped(workbook)
  const parts = entries.filter(({ name }) => name === first || name === 'xl/sharedStrings.xml')
  return parts
    .map(({ content }) => content.toString().replace(/<[^>]+>/g, ' '))
    .join(' ')
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
}

function written(sheet: string, rows: Cell[][]): string {
  return rows.reduce((xml, cells, index) => {
    const number = firstRow + index
    return cells.reduce<string>((text, cell, column) => {
      if (cell === undefined) return text
      const at = `${String.fromCharCode(65 + column)}${number}`
      const content =
        typeof cell === 'string' ? `<is><t>${escaped(cell)}</t></is>` : `<f>${escaped(cell.formula)}</f><v>0</v>`
      const type = typeof cell === 'string' ? ' t="inlineStr"' : ''
      return text.replace(new RegExp(`<c r="${at}"([^>]*?)/?>(</c>)?`), `<c r="${at}"$1${type}>${content}</c>`)
    }, xml)
  }, sheet)
}
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

function unzipped(file: Buffer): Entry[] {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const entries: Entry[] = []
  let at = file.readUInt32LE(end + 16)
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, names, extra, comment] = [
      file.readUInt32LE(at + 20),
      file.readUInt16LE(at + 28),
      file.readUInt16LE(at + 30),
      file.readUInt16LE(at + 32),
    ]
    const local = file.readUInt32LE(at + 42)
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const raw = file.subarray(from, from + packed)
    const name = file.toString('utf8', at + 46, at + 46 + names)
    entries.push({ name, content: file.readUInt16LE(at + 10) === 0 ? raw : inflateRawSync(raw) })
    at += 46 + names + extra + comment
  }
  return entries
}

function zipped(entries: Entry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content } of entries) {
    const packed = deflateRawSync(content)
    const title = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt16LE(0x21, 8)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(title.length, 22)
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common, title, packed])
    const central = Buffer.alloc(14)
    central.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, central, title]))
    parts.push(local)
    at += local.length
  }
  const table = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(table.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, table, end])
}

/** The identity number with its check digit. */
export function identity(seventeen: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((all, weight, index) => all + weight * Number(seventeen[index]), 0)
  return seventeen + '10X98765432'[sum % 11]
}
