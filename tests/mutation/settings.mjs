/**
 * npm run mutation: whether the tests notice a change of the code that traverses and loads. Half an hour on two cores;
 * for one file: npx stryker run tests/mutation/traversals.mjs --mutate server/read/paths.ts. Scores: docs/mutation.md.
 */

/** Before and after all tests: what builds programs and starts databases, which these suites need not. */
const globals = { globalSetup: null, globalTeardown: null }

/**
 * Settings for the files of a folder, and the suites that go through them. The suites are loaded anew for every mutant,
 * so those are named that call the code itself, without a store: a second or two each.
 * @returns {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export const mutation = ({ folder, files, suites }) => ({
  mutate: files.map((name) => `${folder}/${name}.ts`),
  plugins: ['@stryker-mutator/jest-runner'],
  testRunner: 'jest',
  testRunnerNodeArgs: [
    '--import',
    'tsx',
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
  ],
  jest: {
    projectType: 'custom',
    configFile: 'jest.config.js',
    config: {
      ...globals,
      testEnvironment: '@stryker-mutator/jest-runner/jest-env/node',
      testMatch: suites.map((name) => `<rootDir>/tests/${name}.test.ts`),
    },
    enableFindRelatedTests: false,
  },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // Modules loaded anew for every mutant stay in memory.
  maxTestRunnerReuse: 40,
  timeoutMS: 60_000,
  // Else fixtures that are HTML are rewritten.
  disableTypeChecks: false,
  thresholds: { high: 90, low: 80, break: 80 },
  reporters: ['clear-text', 'progress-append-only', 'json'],
  jsonReporter: { fileName: `build/mutation-${folder.replaceAll('/', '-')}.json` },
  clearTextReporter: { allowColor: false, reportTests: false },
  tempDirName: 'build/stryker',
  ignorePatterns: ['docs', '.neo4j', '.liantu'],
})
