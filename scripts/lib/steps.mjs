/** Runs commands, shows how long each took, stops at the first that fails. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './ensure-install.mjs';

const bin = (name) => join(root, 'node_modules', name);

/** What only reads: one processor each, so two are at work at a time. */
const readers = [
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
  ['types', [bin('typescript/bin/tsc'), '-p', 'tsconfig.json']],
  ['types of the core', [bin('typescript/bin/tsc'), '-p', 'src/core/tsconfig.json']],
];

/** The fast part: what `npm run check` runs. A list of steps stands for steps side by side. */
export const checkSteps = [
  readers,
  ['unit and contract tests', [bin('jest/bin/jest.js'), '--maxWorkers=100%']],
];

/** Two journeys side by side, each with a browser and a host of its own: one keeps a processor busy nearly all the time. */
export const journeySteps = [
  ['package', ['scripts/package.mjs']],
  ['journeys', [bin('jest/bin/jest.js'), '--config', 'jest.e2e.config.js', '--maxWorkers=2']],
];

/** Where the hosts of the tests record their traffic, and the step that looks at it. */
export function trafficStep(folder) {
  return ['recorded traffic', ['scripts/check-traffic.mjs', folder]];
}

/** What is at work: when one fails, the other must not go on by itself. */
const running = new Set();

/** @param stdio `pipe` keeps the output until the end, so that steps side by side do not speak at once. */
async function runStep([name, args], env, stdio) {
  const start = Date.now();
  if (stdio === 'inherit') console.log(`\n— ${name}`);
  const child = spawn(process.execPath, args, { cwd: root, stdio, env: { ...process.env, ...env } });
  running.add(child);
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(chunk));
  const status = await new Promise((done) => child.once('close', done));
  running.delete(child);
  if (stdio === 'pipe') process.stdout.write(`\n— ${name}\n${Buffer.concat(said).toString()}`);
  if (status !== 0) {
    console.error(`\nFailed: ${name}`);
    for (const other of running) other.kill();
    // A step that a signal ended has no code of its own, and has failed all the same.
    process.exit(status ?? 1);
  }
  console.log(`  ${name}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
}

/** Two at a time, in their order. */
async function runSideBySide(steps, env) {
  const left = [...steps];
  const work = async () => {
    for (let step = left.shift(); step; step = left.shift()) await runStep(step, env, 'pipe');
  };
  await Promise.all([work(), work()]);
}

/** Ends the process with the failing step's code. @param env what the steps find in their environment beside ours. */
export async function runSteps(steps, env = {}) {
  for (const step of steps) {
    if (Array.isArray(step[0])) await runSideBySide(step, env);
    else await runStep(step, env, 'inherit');
  }
}
