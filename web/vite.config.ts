import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import Components from 'unplugin-vue-components/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import { defineConfig, type Plugin } from 'vitest/config'

/** The four faces: where each is served and the oldest script it must run on. A screen's browser is the oldest. */
const faces = {
  desk: { base: '/desk/', out: 'desk', target: 'es2020' },
  pocket: { base: '/m/', out: 'm', target: 'es2020' },
  wall: { base: '/wall/', out: 'wall', target: 'es2019' },
  portal: { base: '/', out: 'portal', target: 'es2020' },
} as const

/** Library CSS arrives after ours and would win; inside a layer it never does. */
const layerLibraryCss = (): Plugin => ({
  name: 'layer-library-css',
  enforce: 'pre',
  transform(code, id) {
    if (!/node_modules\/.*\.css$/.test(id)) return
    return `@layer base,library;@layer library{${code.replace(/@charset[^;]+;/, '')}}`
  },
})

/** The worker of the pocket knows the files of the build that it belongs to; another build makes another worker. */
const shellWorker = (base: string): Plugin => ({
  name: 'shell-worker',
  apply: 'build',
  generateBundle(_options, bundle) {
    const built = Object.keys(bundle).filter((file) => /\.(js|css)$/.test(file))
    const worker = readFileSync(resolve(import.meta.dirname, 'src/pocket/worker.js'), 'utf8')
    const paths = ['', 'pocket.webmanifest', 'icon.svg', 'icon-192.png', ...built.sort()].map((file) => base + file)
    const stamp = createHash('sha256')
      .update(paths.join() + worker)
      .digest('hex')
      .slice(0, 12)
    this.emitFile({
      type: 'asset',
      fileName: 'worker.js',
      source: `self.SHELL = ${JSON.stringify({ stamp, paths })}\n${worker}`,
    })
  },
})

export default defineConfig(({ mode }) => {
  const name = mode in faces ? (mode as keyof typeof faces) : 'desk'
  const face = faces[name]
  const here = import.meta.dirname
  return {
    root: mode === 'test' ? here : resolve(here, 'src', name),
    base: face.base,
    publicDir: resolve(here, 'public'),
    plugins: [
      layerLibraryCss(),
      vue(),
      name === 'pocket' && shellWorker(face.base),
      name === 'desk' &&
        Components({
          dirs: [],
          dts: false,
          resolvers: [ElementPlusResolver({ importStyle: 'css', directives: false })],
        }),
    ],
    resolve: { alias: { '@': resolve(here, 'src') } },
    server: { proxy: { '/api': { target: process.env.API ?? 'http://127.0.0.1:8080', changeOrigin: false } } },
    build: {
      outDir: resolve(here, 'dist', face.out),
      emptyOutDir: true,
      manifest: true,
      // Nothing is inlined as data:, so that the content security policy can refuse it.
      assetsInlineLimit: 0,
      target: face.target,
      chunkSizeWarningLimit: 800,
    },
    test: {
      environment: 'jsdom',
      include: ['src/**/*.test.ts'],
      env: { TZ: 'UTC' },
      server: { deps: { inline: ['element-plus'] } },
    },
  }
})
