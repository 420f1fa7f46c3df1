// Writes src/api/schema.d.ts from the server's OpenAPI document. OPENAPI names another document. What the server does
// not have yet comes from openapi.draft.json, as long as there is one.
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import openapi, { astToString } from 'openapi-typescript'

const web = resolve(import.meta.dirname, '..')
const path = resolve(process.env.OPENAPI ?? resolve(web, '../server/target/openapi.json'))
if (!existsSync(path)) {
  console.error(`No OpenAPI document at ${path}: build the server first, or name one with OPENAPI=`)
  process.exit(1)
}
const read = async (file) => JSON.parse(await readFile(file, 'utf8'))
const document = await read(path)
const draft = resolve(web, 'openapi.draft.json')
if (existsSync(draft)) {
  const { paths, components } = await read(draft)
  document.paths = { ...paths, ...document.paths }
  document.components.schemas = { ...components.schemas, ...document.components.schemas }
}
const types = await openapi(document, { alphabetize: false })
await writeFile(resolve(web, 'src/api/schema.d.ts'), astToString(types))
