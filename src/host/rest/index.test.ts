/** No operation can be forgotten: the folders and the registry say the same. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resourcesAt } from '../kernel/discovery';
import { compileRoute } from '../kernel/route';
import { endpoints } from './index';

const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'index.ts')
  .filter((file) => readFileSync(join(__dirname, file), 'utf8').includes('export default endpoint('));
const registry = readFileSync(join(__dirname, 'index.ts'), 'utf8');

test.each(files)('%s is in the registry', (file) => {
  expect(registry).toContain(`from './${file.replaceAll('\\', '/').replace(/\.ts$/, '')}'`);
});

test('the registry has no more than the folders, and nothing twice', () => {
  expect(endpoints).toHaveLength(files.length);
  expect(new Set(endpoints.map((one) => `${one.method} ${one.route.toLowerCase()}`)).size).toBe(files.length);
});

test.each(endpoints.map((one) => [one.method, one.route] as const))(
  '%s %s is a resource of the original',
  (_, route) => {
    const after = compileRoute(route).segments.map((part) =>
      part.kind === 'literal' ? part.text : part.kind === 'rest' ? 'x' : `${part.prefix}x`,
    );
    expect(resourcesAt(after).length).toBeGreaterThan(0);
  },
);
