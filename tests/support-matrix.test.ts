/** The table of supported operations in the documentation is made from the endpoints and nothing else. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endpoints } from '../src/host/rest/index';

const root = join(__dirname, '..');

test('the documentation lists exactly what the local Azure DevOps answers', () => {
  const script = join(root, 'scripts/support-matrix.mjs');
  const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}, 30_000);

test('every endpoint stands in it with its method and route', () => {
  const text = readFileSync(join(root, 'docs/local-azure-devops.md'), 'utf8');
  const missing = endpoints.filter(({ method, route }) => !text.includes(`\`${method} ${route}\``));
  expect(missing.map((one) => one.route)).toEqual([]);
});
