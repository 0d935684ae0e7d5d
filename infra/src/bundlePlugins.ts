import type { Plugin } from 'esbuild'

/** An area of an API is bundled by itself, so that it loads what it needs and nothing that only another area needs. */
export const areasApart: Plugin = {
  name: 'areas-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/areas\/\w+\.ts$/ }, ({ path }) => ({
      path: path.replace(/\.ts$/, '/index.mjs'),
      external: true,
    }))
  },
}

/**
 * Node's own modules are required, not imported: for an import Node reads every export at once, the lazy ones too, and with
 * those of `node:http` it loads its whole `fetch`, a fifth of a bare start, which most functions never call.
 */
export const builtinsRequired: Plugin = {
  name: 'builtins-required',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/ }, ({ path, kind }) =>
      kind === 'require-call' ? { path, external: true } : { path, namespace: 'builtin' },
    )
    onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({ contents: `module.exports = require('${path}')` }))
  },
}
