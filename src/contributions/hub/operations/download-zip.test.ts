import { strFromU8, unzipSync } from 'fflate';
import { fileName, zipOf } from './download-zip';

const files = [
  { path: 'runbook.md', content: '# Ü\n' },
  { path: 'sigma/a.yml', content: 'title: a\n' },
];

test('the zip holds the files, byte for byte the same each time', async () => {
  const zip = await zipOf(files);
  const inside = unzipSync(zip);
  expect(Object.entries(inside).map(([path, bytes]) => ({ path, content: strFromU8(bytes) }))).toEqual(files);
  expect(Buffer.from(await zipOf(files)).equals(Buffer.from(zip))).toBe(true);
});

test.each([
  ['Web shop operations', 'web-shop-operations'],
  ['../../etc/passwd', 'etc-passwd'],
  ['<>:"|?*', 'without'],
  ['Kunde ü', 'kunde-ü'],
])('a file name for %s', (text, name) => {
  expect(fileName(text)).toBe(name);
});
