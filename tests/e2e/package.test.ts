/** The package that `npm run package` made: what ships is what ran here, byte by byte, and nothing that is needed lacks. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';

const dist = join(__dirname, '../../dist');
const built = join(dist, 'extension');

/** Every file below a folder of the build, relative to the build, with slashes as a zip has them. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(built, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

const packages = existsSync(dist) ? readdirSync(dist).filter((name) => name.endsWith('.vsix')) : [];
const bytes = packages[0] === undefined ? new Uint8Array() : readFileSync(join(dist, packages[0]));
let files: Readonly<Record<string, Uint8Array>> = {};
const text = (name: string) => Buffer.from(files[name] ?? []).toString('utf8');

beforeAll(() => {
  // The journeys run after `npm run package`; by hand, run that first.
  expect(packages).toHaveLength(1);
  files = unzipSync(bytes);
});

test('it is far smaller than the gallery allows', () => {
  expect(bytes.length).toBeGreaterThan(0);
  expect(bytes.length).toBeLessThan(5 * 1024 * 1024);
});

test('every file is the built one, byte by byte', () => {
  const folders = readdirSync(built, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const expected = folders.flatMap((entry) => filesBelow(entry.name)).sort();
  const packed = Object.keys(files).filter((name) => !name.endsWith('/'));
  const ofThePackage = ['[Content_Types].xml', 'extension.vsixmanifest', 'extension.vsomanifest'];
  expect(packed.filter((name) => !ofThePackage.includes(name)).sort()).toEqual(expected);
  const isSame = (name: string) => Buffer.from(files[name] ?? []).equals(readFileSync(join(built, name)));
  expect(expected.filter((name) => !isSame(name))).toEqual([]);
  expect(expected.some((name) => name.startsWith('pages/'))).toBe(true);
});

test('the gallery finds icon, overview, license and screenshots', () => {
  const assets = [...text('extension.vsixmanifest').matchAll(/<Asset Type="([^"]+)"[^>]* Path="([^"]+)"/g)];
  const paths = new Map(assets.map(([, type = '', path = '']) => [type, path]));
  const service = 'Microsoft.VisualStudio.Services';
  const wanted = [
    'Icons.Default',
    'Content.Details',
    'Content.License',
    'Screenshots.1',
    'Screenshots.2',
    'Screenshots.3',
    'Manifest',
  ];
  for (const type of wanted) {
    const path = paths.get(`${service}.${type}`) ?? `no ${type}`;
    expect([type, path, (files[path]?.length ?? 0) > 0]).toEqual([type, path, true]);
  }
});

test('it declares the contributions of the build, and pages that are in it', () => {
  interface Declared {
    readonly contributions: readonly {
      readonly id: string;
      readonly properties: { readonly uri?: string; readonly name?: string };
    }[];
    readonly scopes: readonly string[];
  }
  const declared = JSON.parse(text('extension.vsomanifest')) as Declared;
  const ours = JSON.parse(readFileSync(join(built, 'vss-extension.json'), 'utf8')) as Declared;
  expect(declared.contributions).toEqual(ours.contributions);
  expect([...declared.scopes].sort()).toEqual([...ours.scopes].sort());
  // A page, or the folder of a task with what the agent reads of it.
  const lacks = ({ properties: { uri, name } }: Declared['contributions'][number]) =>
    !files[uri ?? `${name}/task.json`];
  expect(declared.contributions.filter(lacks)).toEqual([]);
});
