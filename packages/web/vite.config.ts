import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/**
 * The policy that the pages are served with forbids making code from text, and a browser complains of every try. zod tries,
 * where it is not told before its first schema is made: so every chunk begins by telling it.
 */
const noCodeFromText = 'globalThis.__zod_globalConfig ??= { jitless: true };'

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2022',
    sourcemap: false,
    reportCompressedSize: false,
    rollupOptions: { output: { intro: noCodeFromText } },
  },
})
