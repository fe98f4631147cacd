/** Runs commands one after the other, shows how long each took, stops at the first that fails. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './ensure-install.mjs';

const bin = (name) => join(root, 'node_modules', name);

/** The fast part: what `npm run check` runs. */
export const checkSteps = [
  [
    'format',
    [
      bin('prettier/bin/prettier.cjs'),
      '--check',
      '--log-level=warn',
      '--cache',
      '--cache-location',
      'node_modules/.cache/prettier/.prettier-cache',
      '.',
    ],
  ],
  ['lint', [bin('eslint/bin/eslint.js'), '--cache', '--cache-location', 'node_modules/.cache/eslint/', '.']],
  ['types of the core', [bin('typescript/bin/tsc'), '-p', 'src/core/tsconfig.json']],
  ['types', [bin('typescript/bin/tsc'), '-p', 'tsconfig.json']],
  ['unit and contract tests', [bin('jest/bin/jest.js'), '--maxWorkers=100%']],
];

export const journeySteps = [
  ['package', ['scripts/package.mjs']],
  ['journeys', [bin('jest/bin/jest.js'), '--config', 'jest.e2e.config.js', '--runInBand']],
];

/** Where the hosts of the tests record their traffic, and the step that looks at it. */
export function trafficStep(folder) {
  return ['recorded traffic', ['scripts/check-traffic.mjs', folder]];
}

/** Ends the process with the failing step's code. @param env what the steps find in their environment beside ours. */
export function runSteps(steps, env = {}) {
  for (const [name, args] of steps) {
    const start = Date.now();
    console.log(`\n— ${name}`);
    const { status } = spawnSync(process.execPath, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    if (status !== 0) {
      console.error(`\nFailed: ${name}`);
      process.exit(status ?? 1);
    }
    console.log(`  ${name}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
  }
}
