import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** The main journeys in a browser against the running application: LIANLIN_URL, LIANLIN_DATA and CHROME say where. */
export default defineConfig({
  root: import.meta.dirname,
  resolve: { alias: { '@': resolve(import.meta.dirname, '../src') } },
  test: {
    include: ['*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    bail: 1,
  },
})
