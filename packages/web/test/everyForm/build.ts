import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Builds the page that shows every form, as the pages themselves are built. @param outDir takes its files */
export const buildEveryForm = (outDir: string): Promise<unknown> =>
  build({
    root: fileURLToPath(new URL('.', import.meta.url)),
    configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
    logLevel: 'error',
    build: { outDir, emptyOutDir: true },
  })
