/** The layer rule of CONTRIBUTING.md: a folder of src may import only what stands beside its name here. */
const layers = {
  random: [],
  diagnostics: [],
  expression: ['diagnostics', 'random'],
  scenario: ['expression', 'diagnostics', 'random'],
  statechart: ['scenario', 'expression', 'random'],
  kernel: ['scenario', 'expression', 'random'],
  analysis: ['random'],
  runner: ['kernel', 'statechart', 'scenario', 'random', 'analysis'],
  experiment: ['runner', 'scenario', 'random', 'analysis', 'statechart'],
  report: ['analysis', 'scenario', 'experiment', 'statechart'],
  page: ['kernel', 'runner', 'scenario', 'random', 'analysis', 'experiment', 'report'],
  tui: ['experiment', 'analysis', 'scenario', 'statechart', 'report'],
  cli: [
    'random',
    'diagnostics',
    'expression',
    'scenario',
    'statechart',
    'kernel',
    'analysis',
    'runner',
    'experiment',
    'report',
    'tui',
  ],
};

/** Packages with one user each. */
const owners = {
  seedrandom: ['random'],
  mathjs: ['expression'],
  yaml: ['scenario'],
  xstate: ['statechart'],
  ink: ['tui'],
  react: ['tui'],
  commander: ['cli'],
  '@hpcc-js/wasm-graphviz': ['report'],
  '@resvg/resvg-js': ['report'],
  vega: ['report'],
  'vega-lite': ['report'],
};

const group = (names) => `^src/(${names.join('|')})/`;

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...Object.entries(layers).map(([layer, allowed]) => ({
      name: `layer-${layer}`,
      severity: 'error',
      from: { path: group([layer]) },
      to: { path: '^src/', pathNot: [group([layer, ...allowed])] },
    })),
    {
      name: 'through-the-index',
      comment: "A folder's index.ts is its contract. The worker is an entry of its own.",
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', '^src/[^/]+/index\\.tsx?$'] },
    },
    ...Object.entries(owners).map(([name, users]) => ({
      name: `only-${users.join('-')}-uses-${name}`,
      severity: 'error',
      from: { path: '^src/', pathNot: [group(users)] },
      to: { path: `^node_modules/${name}/` },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
