/**
 * `npm run test:deep`: the properties with many more runs, then every journey by keyboard alone. Takes long; run it
 * before a release. `npm run test:deep -- properties` or `-- journeys` runs one of the two; what follows goes to jest.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstall, root } from './lib/ensure-install.mjs';
import { ensureJourneyBrowser } from './lib/browser.mjs';

ensureInstall();
const [first, ...rest] = process.argv.slice(2);
const parts = ['properties', 'journeys'];
const wanted = parts.includes(first) ? [first] : parts;
const words = parts.includes(first) ? rest : process.argv.slice(2);

/** The exit code of jest. */
function jest(args, env) {
  const all = [join(root, 'node_modules/jest/bin/jest.js'), ...args, ...words];
  const given = { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } };
  return spawnSync(process.execPath, all, given).status ?? 1;
}

let status = 0;
if (wanted.includes('properties')) status = jest(['--testTimeout', '600000'], { WITHOUT_DEEP: '1' });
if (wanted.includes('journeys') && status === 0) {
  ensureJourneyBrowser();
  const { buildAll, buildCommandLine } = await import('./lib/build.mjs');
  await buildCommandLine();
  await buildAll();
  const long = ['--testTimeout', '300000', '--maxWorkers', '2'];
  status = jest(['--config', 'jest.e2e.config.js', ...long], { WITHOUT_KEYS: '1' });
}
process.exitCode = status;
