/** What a page may weigh on the wire, gzip. Milliseconds are read in `npm run bench`, never asserted. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const extension = join(__dirname, '../../dist/extension');

function weight(door: string): number {
  const page = join(extension, 'pages', `${door}.html`);
  const files = [...readFileSync(page, 'utf8').matchAll(/(?:src|href)="\.\.\/([^"]+)"/g)].map(
    (match) => match[1] ?? '',
  );
  expect(files.length).toBeGreaterThan(0);
  return [page, ...files.map((file) => join(extension, file))]
    .map((file) => gzipSync(readFileSync(file), { level: 9 }).length)
    .reduce((sum, each) => sum + each, 0);
}

test.each([
  ['work-item-group', 200_000],
  ['alignment-tab', 300_000],
  ['sprint-tab', 300_000],
  ['backlog-pane', 300_000],
  ['hub', 350_000],
  ['policy-hub', 300_000],
  ['trend-widget', 130_000],
  ['alignment-widget', 130_000],
  ['sprint-widget', 130_000],
  ['trend-widget-settings', 130_000],
])('%s weighs at most %i bytes', (door, most) => {
  expect(weight(door)).toBeLessThanOrEqual(most);
});
