/** The seed of the figures is what the product would store. Set UPDATE_SEEDS=1 to write it anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { figuresSeed } from './figures';

test('tests/seeds/figures.json is made from figures.ts', async () => {
  const file = join(__dirname, 'figures.json');
  const text = `${JSON.stringify(await figuresSeed(), null, 2)}\n`;
  if (process.env['UPDATE_SEEDS']) writeFileSync(file, text);
  expect(readFileSync(file, 'utf8')).toBe(text);
});
