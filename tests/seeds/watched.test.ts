/** The seed of the watched shop is what the product would store. Set UPDATE_SEEDS=1 to write it anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { watchedSeed } from './watched';

test('tests/seeds/watched.json is made from watched.ts', async () => {
  const file = join(__dirname, 'watched.json');
  const text = `${JSON.stringify(await watchedSeed(), null, 2)}\n`;
  if (process.env['UPDATE_SEEDS']) writeFileSync(file, text);
  expect(readFileSync(file, 'utf8')).toBe(text);
});
