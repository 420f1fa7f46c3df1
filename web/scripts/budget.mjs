// Fails when the first load of a face weighs more script than it may (gzip). A page's first load is the entry, the
// page itself and everything both import statically.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

const dist = resolve(import.meta.dirname, '../dist')
const budgets = [
  { name: 'pocket', folder: 'm', page: /Home\.vue$/, kilobytes: 70 },
  { name: 'desk list', folder: 'desk', page: /desk\/OrderList\.vue$/, kilobytes: 230 },
  { name: 'wall', folder: 'wall', kilobytes: 40 },
  { name: 'portal', folder: 'portal', kilobytes: 70 },
]

let exceeded = false
for (const { name, folder, page, kilobytes } of budgets) {
  const manifest = JSON.parse(readFileSync(resolve(dist, folder, '.vite/manifest.json'), 'utf8'))
  const files = new Set()
  const follow = (key) => {
    const chunk = manifest[key]
    if (!chunk || files.has(chunk.file)) return
    files.add(chunk.file)
    chunk.imports?.forEach(follow)
  }
  if (page && !Object.keys(manifest).some((key) => page.test(key))) {
    console.error(`MISS  ${name}: no page ${page}; the budget measures nothing`)
    exceeded = true
  }
  for (const [key, chunk] of Object.entries(manifest)) {
    if (chunk.isEntry || (page && page.test(key))) follow(key)
  }
  const bytes = [...files]
    .filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + gzipSync(readFileSync(resolve(dist, folder, file))).length, 0)
  const over = bytes > kilobytes * 1024
  exceeded ||= over
  console.log(
    `${over ? 'OVER' : 'ok  '}  ${name.padEnd(10)} ${(bytes / 1024).toFixed(1)} of ${kilobytes} KB, ${files.size} files`,
  )
}
process.exit(exceeded ? 1 : 0)
