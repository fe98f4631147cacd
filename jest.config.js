/** Two rooms: `unit` runs in Node, `ui` in jsdom (component tests are .test.tsx). Journeys in a browser have their own config. */
const transform = {
  '^.+\\.(t|j)sx?$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'classic' } },
        target: 'es2022',
      },
      module: { type: 'commonjs' },
    },
  ],
};
/**
 * What the language itself brings, handed to each module as a parameter: a test runs in a context of its own, where
 * looking up a global costs more than most calls. The same objects; what tests replace (timers, Date, fetch) is not here.
 */
const sandboxInjectedGlobals = (
  'Array BigInt Boolean Error JSON Map Math Number Object Promise Proxy RangeError ' +
  'Reflect RegExp Set String Symbol TypeError Uint8Array WeakMap WeakSet'
).split(' ');
const shared = {
  transform,
  sandboxInjectedGlobals,
  // These packages ship ES modules only, or import at run time; the SDK is AMD under `require`, so its ES build is mapped.
  transformIgnorePatterns: [
    'node_modules/(?!(azure-devops-ui|azure-devops-extension-sdk|azure-devops-extension-api|htmlparser2|entities|dom[a-z-]*|@vscode/tree-sitter-wasm)/)',
  ],
  moduleNameMapper: {
    '\\.css$': '<rootDir>/scripts/jest/empty-style.js',
    '^azure-devops-extension-sdk$': '<rootDir>/node_modules/azure-devops-extension-sdk/esm/SDK.js',
    '^azdo-xdm$': '<rootDir>/node_modules/azure-devops-extension-sdk/esm/XDM.js',
  },
};
module.exports = {
  // Ends what hangs; how long a test takes on a busy machine says nothing about it. Milliseconds.
  testTimeout: 30_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/src/**/*.test.ts', '<rootDir>/tests/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/tests/e2e/'],
    },
    {
      ...shared,
      displayName: 'ui',
      testEnvironment: 'jsdom',
      setupFilesAfterEnv: ['<rootDir>/scripts/jest/patient.js'],
      testMatch: ['<rootDir>/src/**/*.test.tsx'],
    },
  ],
};
