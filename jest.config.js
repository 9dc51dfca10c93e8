/** One runner for everything: server, stores, and the page in a real browser. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' } }] },
  globalSetup: '<rootDir>/tests/start.ts',
  globalTeardown: '<rootDir>/tests/stop.ts',
  modulePathIgnorePatterns: ['<rootDir>/build', '<rootDir>/.neo4j', '<rootDir>/.liantu'],
  testTimeout: 120_000,
  // One at a time: the suites that run on Neo4j share its one database.
  maxWorkers: 1,
}
