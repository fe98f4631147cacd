import { samplePackage } from '../../../tests/fixtures/sample-knowledge';
import { PageKnowledge } from './page-knowledge';

const folder = 'http://pages.example/ext/kb/';

/** Serves the named files; what is missing answers 404, an error stands for a broken line. */
function knowledge(files: Readonly<Record<string, unknown>>) {
  const asked: string[] = [];
  const fetch = async (url: string) => {
    asked.push(url);
    const content = files[url.slice(folder.length)];
    if (content instanceof Error) throw content;
    if (content === undefined) return new Response('', { status: 404 });
    return new Response(typeof content === 'string' ? content : JSON.stringify(content));
  };
  return { asked, source: new PageKnowledge({ folder, fetch }) };
}

test('the packages of the list are fetched from beside the page', async () => {
  const { asked, source } = knowledge({ 'index.json': ['shop'], 'shop.json': samplePackage() });
  expect((await source.packages()).map(({ id }) => id)).toEqual(['test.shop']);
  expect(asked).toEqual([`${folder}index.json`, `${folder}shop.json`]);
});

const spoilt = samplePackage((file) =>
  file.threats[0] ? (file.threats[0].mitigations[0] = { ref: 'luck', strength: 'weak' }) : undefined,
);

test.each<[string, Readonly<Record<string, unknown>>, string, RegExp]>([
  ['no list', {}, 'not-found', /could not be fetched \(index\.json\)/],
  ['no line', { 'index.json': new Error('reset') }, 'unreachable', /could not be fetched/],
  ['a list that leads elsewhere', { 'index.json': ['../../secret'] }, 'unexpected', /list .* cannot be read/],
  ['a page instead of JSON', { 'index.json': '<html>' }, 'unexpected', /not JSON/],
  ['a missing package', { 'index.json': ['shop'] }, 'not-found', /\(shop\.json\)/],
  [
    'a bad package',
    { 'index.json': ['shop'], 'shop.json': spoilt },
    'unexpected',
    /"shop" cannot be used.*no mitigation "luck"/,
  ],
])('%s is told in a sentence', async (_, files, problem, sentence) => {
  const failure: unknown = await knowledge(files)
    .source.packages()
    .catch((error: unknown) => error);
  expect(failure).toMatchObject({ name: 'AccessError', problem });
  expect(failure).toHaveProperty('message', expect.stringMatching(sentence));
});
