/** Packages and folders as people have them, and archives that want to do harm. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { vsix, vsixParts, type VsixContent } from '../../../tests/fixtures/vsix';
import { oldSdkSentence } from './broken-pages';
import { globPattern } from './glob';
import { readExtension, type InstalledExtension } from './read-extension';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'extensions-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let written = 0;
function file(content: Uint8Array | string): string {
  written += 1;
  const path = join(folder, `${written}.vsix`);
  writeFileSync(path, content);
  return path;
}

function unpacked(files: Readonly<Record<string, string | object>>): string {
  written += 1;
  const root = join(folder, `folder-${written}`);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return root;
}

const hub = {
  id: 'hub',
  type: 'ms.vss-web.hub',
  targets: ['ms.vss-work-web.work-hub-group'],
  properties: { name: 'Hub', uri: 'hub.html?x=1' },
};
const good: VsixContent = {
  manifest: { manifestVersion: 1, scopes: ['vso.work'], contributions: [hub] },
  files: {
    'hub.html': '<p>hub</p>',
    'a/b.js': 'void 0',
    'm.mjs': 'export {}',
    'special.bin': 'x',
    'font.woff2': 'f',
  },
};
const manifest = { publisher: 'fixture', id: 'loose', version: '2.0.1', name: 'Loose', contributions: [hub] };
const read = (extension: InstalledExtension, path: string) => {
  const found = extension.packageFiles.read(path);
  return found && [found.content.toString(), found.contentType];
};

test('for whom an extension is holds for each contribution that does not say so itself', async () => {
  const members = { ...hub, id: 'members', restrictedTo: ['member'] };
  const restricted = { ...manifest, restrictedTo: ['anonymous'], contributions: [hub, members] };
  expect(
    await readExtension({ path: unpacked({ 'vss-extension.json': restricted, 'hub.html': '' }) }),
  ).toMatchObject({
    contributions: [{ restrictedTo: ['anonymous'] }, { restrictedTo: ['member'] }],
  });
});

test('a .vsix is installed: identity, contributions, and files with the types that it declares', async () => {
  const found = await readExtension({ path: file(vsix(good)) });
  expect(found).toMatchObject({
    publisherId: 'fixture',
    extensionId: 'packed',
    version: '1.0.0',
    name: 'Packed & sealed',
    description: 'A package for tests',
    scopes: ['vso.work'],
    contributions: [{ fullId: 'fixture.packed.hub' }],
    oldSdkPages: [],
  });
  expect(read(found, 'hub.html')).toEqual(['<p>hub</p>', 'text/html; charset=utf-8']);
  expect(read(found, '/A/b.js')).toEqual(['void 0', 'application/javascript; charset=utf-8']);
  // What the package says counts, also where it is of no use: so it is on the original.
  expect(read(found, 'm.mjs')).toEqual(['export {}', 'text/plain; charset=utf-8']);
  expect(read(found, 'special.bin')).toEqual(['x', 'application/x-special']);
  expect(read(found, 'font.woff2')).toEqual(['f', 'font/woff2']);
  for (const path of ['extension.vsomanifest', 'none.html', '', '../hub.html'])
    expect(read(found, path)).toBeNull();
});

test('a folder is served as tfx would pack it: addressable files alone, under their package paths', async () => {
  const files = [
    { path: 'dist', addressable: true, packagePath: 'out' },
    { path: 'data.bin', addressable: true, contentType: 'application/x-data' },
    { path: 'secret.txt' },
    { path: '/etc', addressable: true },
    { path: '../', addressable: true, packagePath: 'up' },
  ];
  const path = unpacked({
    'vss-extension.json': { ...manifest, files },
    'dist/hub.html': 'hub',
    'data.bin': 'd',
    'secret.txt': 's',
  });
  symlinkSync('/etc/hostname', join(path, 'dist/link.txt'));
  const found = await readExtension({ path });
  expect(read(found, 'out/hub.html')).toEqual(['hub', 'text/html; charset=utf-8']);
  expect(read(found, 'data.bin')).toEqual(['d', 'application/x-data']);
  for (const other of ['dist/hub.html', 'secret.txt', 'vss-extension.json', 'out/link.txt', 'etc/hostname'])
    expect(read(found, other)).toBeNull();
  for (const other of ['up/1.vsix', 'out/../secret.txt', 'out/../../1.vsix'])
    expect(read(found, other)).toBeNull();
});

test('manifest globs join manifests as tfx does', async () => {
  const path = unpacked({
    'base.json': { ...manifest, contributions: [], scopes: ['vso.work'] },
    'src/a/contribution.json': { name: 'later', contributions: [hub], scopes: ['vso.code'] },
    'src/b/deep/contribution.json': { contributions: [{ ...hub, id: 'two' }] },
    'node_modules/x/contribution.json': { contributions: [{ ...hub, id: 'three' }] },
  });
  const found = await readExtension({ path, manifestGlobs: ['base.json', 'src/**/contribution.json'] });
  expect(found.name).toBe('Loose');
  expect(found.scopes).toEqual(['vso.work', 'vso.code']);
  expect(found.contributions.map(({ fullId }) => fullId)).toEqual(['fixture.loose.hub', 'fixture.loose.two']);
});

test('a manifest in a folder below names its files from there', async () => {
  const path = unpacked({
    'base.json': { ...manifest, contributions: [], files: [{ path: 'pages', addressable: true }] },
    'parts/a/contribution.json': {
      contributions: [hub],
      files: [
        { path: 'web', addressable: true },
        { path: '../shared', addressable: true, packagePath: 'shared' },
      ],
    },
    'pages/one.html': '1',
    'parts/a/web/two.html': '2',
    'parts/shared/three.html': '3',
  });
  const found = await readExtension({ path, manifestGlobs: ['base.json', 'parts/*/contribution.json'] });
  for (const name of ['pages/one.html', 'parts/a/web/two.html', 'shared/three.html'])
    expect(read(found, name)).not.toBeNull();
});

test.each([
  ['a/*/c.json', 'a/b/c.json', true],
  ['a/*/c.json', 'a/b/b/c.json', false],
  ['**/c.json', 'c.json', true],
  ['./c?.json', 'c1.json', true],
  ['c.json', 'cxjson', false],
  ['(a|b)+', 'aa', false],
])('the glob %s and %s', (glob, path, fits) => {
  expect(globPattern(glob).test(path)).toBe(fits);
});

test('pages of the old SDK are found', async () => {
  const page = '<script src="lib/VSS.SDK.min.js"></script>';
  const found = await readExtension({ path: file(vsix({ ...good, files: { 'hub.html': page } })) });
  expect(found.oldSdkPages).toEqual(['hub.html']);
  expect(oldSdkSentence(found.oldSdkPages)).toMatch(/and hub\.html uses it: move to/);
});

test('pages that are named and not there are found, unless they are served from elsewhere', async () => {
  const packed = (manifest: string) =>
    readExtension({ path: file(vsix({ ...good, manifest, files: { 'other.html': 'x' } })) });
  const contributions = [
    { id: 'hub', type: 'ms.vss-web.hub', targets: [], properties: { uri: 'gone.html?a=1' } },
    { id: 'other', type: 'ms.vss-web.hub', targets: [], properties: { uri: '/other.html' } },
  ];
  expect((await packed(JSON.stringify({ contributions }))).missingPages).toEqual(['gone.html']);
  const elsewhere = JSON.stringify({ contributions, baseUri: 'https://localhost:3000' });
  expect((await packed(elsewhere)).missingPages).toEqual([]);
});

/** An entry whose header says that it is small. */
function lying(): Uint8Array {
  const packed = Buffer.from(zipSync({ 'bomb.txt': new Uint8Array(1_000_000) }, { level: 9 }));
  const central = packed.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
  packed.writeUInt32LE(10, central + 24);
  packed.writeUInt32LE(10, 22);
  return packed;
}
const zipped = (parts: Record<string, Uint8Array>) => zipSync(parts);
const withManifest = (text: string) => vsix({ ...good, manifest: text });
const small = { packed: 1_000_000, unpacked: 1_000_000, entries: 20 };

test.each<[string, () => Uint8Array | string, RegExp]>([
  ['text', () => 'not a zip', /it is no zip archive/],
  ['a cut archive', () => vsix(good).slice(0, 300), /it is no zip archive/],
  ['a bomb', () => zipped({ 'bomb.txt': new Uint8Array(2_000_000) }), /unpacks to more than 1 MB/],
  ['a bomb that lies about its size', lying, /too many bytes/],
  [
    'many entries',
    () => zipped(Object.fromEntries([...Array(30).keys()].map((n) => [`${n}`, new Uint8Array()]))),
    /more than 20 files/,
  ],
  [
    'a path out',
    () => zipped({ ...vsixParts(good), '../../evil.sh': new Uint8Array() }),
    /invalid relative path: \.\.\/\.\.\/evil/,
  ],
  ['an absolute path', () => zipped({ ...vsixParts(good), '/evil.sh': new Uint8Array() }), /absolute path/],
  ['no manifest', () => zipped({ a: new Uint8Array() }), /it has no extension\.vsixmanifest/],
  [
    'broken XML',
    () => zipped({ ...vsixParts(good), 'extension.vsixmanifest': Buffer.from('<a><b></a>') }),
    /not valid XML/,
  ],
  [
    'a billion laughs',
    () =>
      zipped({
        ...vsixParts(good),
        'extension.vsixmanifest': Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
      }),
    /not valid XML/,
  ],
  ['broken JSON', () => withManifest('{'), /not valid JSON/],
  ['a list', () => withManifest('[]'), /not a JSON object/],
  ['odd contributions', () => withManifest('{"contributions": {}}'), /"contributions" are not a list/],
  ['a nameless contribution', () => withManifest('{"contributions": [{}]}'), /a contribution has no "id"/],
  ['one without a type', () => withManifest('{"contributions": [{"id": "x"}]}'), /"x" has no "type"/],
  ['one twice', () => vsix({ ...good, manifest: { contributions: [hub, hub] } }), /declared twice/],
  [
    'an id with a path',
    () => vsix({ ...good, identity: '<Identity Id="../x" Version="1.0.0" Publisher="p"/>' }),
    /not a valid id/,
  ],
  [
    'a version with a line',
    () => vsix({ ...good, identity: '<Identity Id="x" Version="1&#10;2" Publisher="p"/>' }),
    /not of the form/,
  ],
  [
    'an address that runs script',
    () => withManifest('{"baseUri": "javascript:alert(1)"}'),
    /no http\(s\) address/,
  ],
  [
    'a missing file',
    () => vsix({ ...good, assets: '<Asset Type="x" Path="x.html" Addressable="true"/>' }),
    /names x\.html/,
  ],
])('%s is refused in one line', async (_, content, reason) => {
  const path = file(content());
  const refusal = await readExtension({ path }, small).then(
    () => new Error('installed'),
    (error: Error) => error,
  );
  expect(refusal.name).toBe('ExtensionRefusal');
  expect(refusal.message).toMatch(reason);
  expect(refusal.message).not.toMatch(/[\r\n]/);
});

test('an archive of 100 MB is refused unread', async () => {
  const path = file('');
  truncateSync(path, 100 * 1024 * 1024);
  await expect(readExtension({ path })).rejects.toThrow(/it is larger than 50 MB\.$/);
});

test.each([
  ['nothing at all', join('no', 'such', 'place'), /there is no such file or folder/],
  ['an empty folder', () => unpacked({ 'a.txt': '' }), /it has no vss-extension\.json/],
  ['no publisher', () => unpacked({ 'vss-extension.json': { id: 'x' } }), /no "publisher"/],
])('%s is refused', async (_, where, reason) => {
  const path = typeof where === 'string' ? where : where();
  await expect(readExtension({ path })).rejects.toThrow(reason);
});
