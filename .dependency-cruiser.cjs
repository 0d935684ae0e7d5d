/** The arrows of the architecture: who may import whom. */
const ours = (names) => `^(packages/(${names})|functions|infra|test)/`
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  comment: `${from} may import only ${allowed.join(', ') || 'nothing'} of ours`,
  from: { path: `^packages/${from}/`, pathNot: '\\.test\\.tsx?$|/test/' },
  to: {
    path: ours('.*'),
    pathNot: [`^packages/${from}/`, ...allowed.map((one) => (one.includes('/') ? `^${one}/` : `^packages/${one}/`))],
  },
})

/** The rooms of the procedure, each with the same face towards the consultation that binds them. */
const rooms =
  'topic|participants|notice|deliberation|session|voting|filing|publication|assembly|major|tasks|reports|dissents|supervision|correction|archive'

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'rules-import-zod-only',
      severity: 'error',
      from: { path: '^packages/rules/src', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^packages/(rules|kernel)/', 'node_modules/(\\.pnpm/)?zod'] },
    },
    {
      name: 'consultation-binds',
      severity: 'error',
      comment: 'The consultation binds the rooms by their faces, and knows none of them from inside',
      from: { path: '^packages/rules/src/consultation/', pathNot: '\\.test\\.ts$' },
      to: {
        path: `^packages/rules/src/(${rooms})/`,
        pathNot: '/(commands|events|evolve|state|versions)\\.ts$',
      },
    },
    only('kernel-alone', 'kernel', []),
    only('divisions-below', 'divisions', ['kernel']),
    only('store-below', 'store', ['kernel', 'rules']),
    only('acts-below', 'acts', ['rules', 'store']),
    only('channels-below', 'channels', ['rules']),
    only('http-below', 'http', ['kernel', 'rules']),
    only('record-below', 'record', ['rules']),
    only('web-below', 'web', ['kernel', 'rules']),
    only('desk-knows-no-product', 'desk', []),
    only('local-below', 'local', ['desk', 'divisions', 'kernel', 'infra/src']),
    {
      name: 'places-are-rows',
      severity: 'error',
      comment: 'What runs reads the names of places in its table; only a deployment has them as data',
      from: { path: '^(functions|packages)/', pathNot: '^packages/(divisions|local)/|\\.test\\.tsx?$|/test/' },
      to: { path: '^packages/divisions/' },
    },
    {
      name: 'functions-below',
      severity: 'error',
      from: { path: '^functions/' },
      to: { path: '^(packages/(web|desk|local)|infra)/' },
    },
    {
      name: 'infra-apart',
      severity: 'error',
      from: { path: '^infra/' },
      to: { path: '^(packages/(?!divisions|channels/src/channels\\.ts)|functions|test)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(gen\\.d)\\.ts$|/dist/|cdk\\.out|\\.build' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
}
