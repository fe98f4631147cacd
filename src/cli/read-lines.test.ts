import { linesOf } from './read-lines';

async function* chunks(parts: readonly (Buffer | string)[]) {
  for (const part of parts) yield await Promise.resolve(part);
}
async function read(parts: readonly (Buffer | string)[]) {
  const lines: (string | undefined)[] = [];
  for await (const line of linesOf(chunks(parts))) lines.push(line);
  return lines;
}

test.each([
  ['one line', ['a'], ['a']],
  ['cut anywhere', ['a', 'b\nc', '', '\n', 'd'], ['ab', 'c', 'd']],
  ['an end of line at the end', ['a\n'], ['a']],
  ['empty lines count', ['a\n\nb'], ['a', '', 'b']],
  ['nothing', [], []],
])('%s', async (_name, parts, lines) => {
  expect(await read(parts)).toEqual(lines);
});

test('a letter that is cut in two stays one', async () => {
  const bytes = Buffer.from('ü\n😀');
  expect(await read([...bytes].map((byte) => Buffer.from([byte])))).toEqual(['ü', '😀']);
});

test('a line that is too long is told and not kept; the next one is read', async () => {
  const long = Array.from({ length: 30 }, () => 'x'.repeat(100_000));
  expect(await read(['a\n', ...long, '\nb'])).toEqual(['a', undefined, 'b']);
  expect(await read([...long])).toEqual([undefined]);
});
