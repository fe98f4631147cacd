/** Journeys in a real browser against the production bundle and the local Azure DevOps. */
const unit = require('./jest.config.js').projects[0];
module.exports = {
  transform: unit.transform,
  transformIgnorePatterns: unit.transformIgnorePatterns,
  moduleNameMapper: unit.moduleNameMapper,
  sandboxInjectedGlobals: unit.sandboxInjectedGlobals,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'],
  testTimeout: 120000,
};
