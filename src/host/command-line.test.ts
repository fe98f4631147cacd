import { readArguments } from './command-line';

function read(...words: readonly string[]) {
  const result = readArguments(words);
  return result.kind === 'fine' ? result.arguments : result.message;
}

test('several extensions keep their order, each with its own manifests, beside ours or instead of it', () => {
  expect(
    read('--extension', 'a', '--manifest-globs', 'x.json y/*.json', '--extension=b.vsix', '--no-without'),
  ).toMatchObject({
    extensions: [{ path: 'a', manifestGlobs: ['x.json', 'y/*.json'] }, { path: 'b.vsix' }],
    isOwnInstalled: false,
    storage: 'allowed',
  });
  expect(read('--extension', 'a')).toMatchObject({ isOwnInstalled: true });
  expect(read('--block-storage')).toMatchObject({ storage: 'blocked' });
});

test.each([
  [['--extension'], '--extension needs a value.'],
  [['--extension='], '--extension needs a value.'],
  [['--manifest-globs', '*.json'], '--manifest-globs must stand after the --extension that it is about.'],
  [['--extenison', 'a'], 'Unknown argument: --extenison'],
  [['a.vsix'], 'Unknown argument: a.vsix'],
  [
    ['--process', 'waterfall'],
    /^--process must be one of agile, scrum, basic, cmmi, inherited, not waterfall\.$/,
  ],
  [['--seed', 'none'], /^--seed must be one of shop, .*, empty, not none\.$/],
  [['--port', '70000'], '--port must be a number from 0 to 65535, not 70000.'],
])('%j is refused in one sentence', (words, sentence) =>
  expect(read(...words)).toEqual(typeof sentence === 'string' ? sentence : expect.stringMatching(sentence)),
);

test('a value that looks like a switch is no path', () =>
  expect(read('--extension', '--no-without')).toBe('--extension needs a value.'));
