// Writes src/api/schema.d.ts from the server's OpenAPI document. OPENAPI names another document.
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import openapi, { astToString } from 'openapi-typescript'

const web = resolve(import.meta.dirname, '..')
const document = resolve(process.env.OPENAPI ?? resolve(web, '../server/target/openapi.json'))
if (!existsSync(document)) {
  console.error(`No OpenAPI document at ${document}: build the server first, or name one with OPENAPI=`)
  process.exit(1)
}
const types = await openapi(pathToFileURL(document), { alphabetize: false })
await writeFile(resolve(web, 'src/api/schema.d.ts'), astToString(types))
