/** What tfx does not check of the manifest: pages, targets, types, scopes, icons, registered ids. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';

const root = join(__dirname, '..');
const doors = join(root, 'src/contributions');

interface Contribution {
  readonly id: string;
  readonly type: string;
  readonly targets: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
}
interface Manifest {
  readonly publisher: string;
  readonly version: string;
  readonly description: string;
  readonly scopes: readonly string[];
  readonly categories: readonly string[];
  readonly targets: readonly { readonly id: string }[];
  readonly icons: { readonly default: string };
  readonly content: Readonly<Record<string, { readonly path: string }>>;
  readonly screenshots: readonly { readonly path: string }[];
  readonly files: readonly { readonly path: string; readonly addressable?: boolean }[];
  /** What is no page: tasks of pipelines. */
  readonly contributions: readonly Contribution[];
}

const manifest = JSON.parse(readFileSync(join(root, 'vss-extension.json'), 'utf8')) as Manifest;
const folders = readdirSync(doors).filter((name) => existsSync(join(doors, name, 'contribution.json')));
const contributions = folders.flatMap((folder) => {
  const part = JSON.parse(readFileSync(join(doors, folder, 'contribution.json'), 'utf8')) as {
    contributions: Contribution[];
    scopes?: string[];
  };
  return part.contributions.map((contribution) => ({ folder, contribution, scopes: part.scopes ?? [] }));
});

/** Type -> the targets that Azure DevOps knows for it (platform facts 1.2 and 1.3). */
const knownTargets: Readonly<Record<string, readonly string[]>> = {
  'ms.vss-web.hub': [
    'ms.vss-work-web.work-hub-group',
    'ms.vss-web.project-admin-hub-group',
    'ms.vss-web.collection-admin-hub-group',
  ],
  'ms.vss-work-web.work-item-form-group': ['ms.vss-work-web.work-item-form'],
  'ms.vss-work-web.backlog-panel': [
    'ms.vss-work-web.requirement-backlog-toolpane',
    'ms.vss-work-web.iteration-backlog-toolpane',
  ],
  'ms.vss-dashboards-web.widget': [
    'ms.vss-dashboards-web.widget-catalog',
    // A widget names the page of its settings, relative to the extension.
    ...folders.filter((folder) => folder.endsWith('-settings')).map((folder) => `.${folder}`),
  ],
  'ms.vss-dashboards-web.widget-configuration': ['ms.vss-dashboards-web.widget-configuration'],
  'ms.vss-web.action': [
    'ms.vss-work-web.backlog-board-card-item-menu',
    'ms.vss-work-web.sprint-board-card-item-menu',
    'ms.vss-work-web.backlog-item-menu',
    'ms.vss-work-web.query-result-work-item-menu',
    'ms.vss-work-web.work-item-context-menu',
  ],
  // Opened by its id, so it stands nowhere (platform facts 1.7).
  'ms.vss-web.external-content': [],
  'ms.vss-web.tab': ['ms.vss-work-web.product-backlog-tabs', 'ms.vss-work-web.iteration-backlog-tabs'],
};

test('scopes are the two that the design settled for good', () => {
  expect([...manifest.scopes, ...contributions.flatMap((each) => each.scopes)].sort()).toEqual([
    'vso.project',
    'vso.work_write',
  ]);
});

test('cloud only, one category, a version of three numbers, a description that fits', () => {
  expect(manifest.targets).toEqual([{ id: 'Microsoft.VisualStudio.Services.Cloud' }]);
  expect(manifest.categories).toEqual(['Azure Boards']);
  expect(manifest.version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(manifest.description.length).toBeLessThanOrEqual(200);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  expect(manifest.version).toBe(version);
});

test('the icon is a PNG of 128 by 128', () => {
  const png = readFileSync(join(root, manifest.icons.default));
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([128, 128]);
});

test('overview, license and screenshots are there', () => {
  const paths = [...Object.values(manifest.content), ...manifest.screenshots].map((file) => file.path);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  expect(manifest.screenshots.length).toBeGreaterThanOrEqual(3);
});

describe.each(contributions)('$contribution.id', ({ folder, contribution }) => {
  const { properties } = contribution;

  test('has a known type and known targets', () => {
    const known = knownTargets[contribution.type] ?? ['an unknown type'];
    expect(contribution.targets.filter((target) => !known.includes(target))).toEqual([]);
    expect(contribution.targets.length > 0).toBe(known.length > 0);
  });

  test('is named as its folder, and its page is the one that webpack makes of it', () => {
    expect(contribution.id).toBe(folder);
    expect(properties['uri']).toBe(`pages/${folder}.html`);
    expect(existsSync(join(doors, folder, 'index.tsx'))).toBe(true);
  });

  test('has icons that are packed', () => {
    const icons = Object.values((properties['icon'] ?? {}) as Record<string, string>);
    expect(icons.filter((icon) => !existsSync(join(root, icon)))).toEqual([]);
  });

  test('registers the object that it names, if it names one', () => {
    const registered = properties['registeredObjectId'];
    const source = readFileSync(join(doors, folder, 'index.tsx'), 'utf8');
    expect(registered === undefined || (typeof registered === 'string' && source.includes(registered))).toBe(
      true,
    );
  });
});

test('what the manifest itself contributes is the task of pipelines, and its folder is packed', () => {
  expect(manifest.contributions).toEqual([
    {
      id: 'check-task',
      type: 'ms.vss-distributed-task.task',
      targets: ['ms.vss-distributed-task.tasks'],
      properties: { name: 'tasks/check' },
    },
  ]);
  expect(manifest.files).toContainEqual({ path: 'tasks' });
});

test('every folder that a page needs is in the package, and can be fetched', () => {
  const addressable = manifest.files.filter((file) => file.addressable).map((file) => file.path);
  expect(addressable).toEqual(expect.arrayContaining(['pages', 'assets', 'static']));
});

const built = join(root, 'dist/extension');
const builtManifest = join(built, 'vss-extension.json');

/** A build older than what it was made of says nothing; `npm test` builds first, `npm run check` does not. */
function isBuilt(): boolean {
  if (!existsSync(builtManifest)) return false;
  const sources = [
    'vss-extension.json',
    ...folders.map((door) => `src/contributions/${door}/contribution.json`),
  ];
  const { mtimeMs } = statSync(builtManifest);
  return sources.every((source) => statSync(join(root, source)).mtimeMs <= mtimeMs);
}
const fresh = isBuilt();
if (!fresh) console.log('dist/extension is absent or older than its sources: what was built is not checked.');

(fresh ? describe : describe.skip)('what was built', () => {
  const read = (path: string) => readFileSync(join(built, path), 'utf8');

  test('declares what the doors declare together', () => {
    const parts = JSON.parse(read('vss-extension.json')) as Manifest & {
      readonly contributions: readonly Contribution[];
    };
    const byId = (all: readonly Contribution[]) => [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
    const all = [...manifest.contributions, ...contributions.map((each) => each.contribution)];
    expect(byId(parts.contributions)).toEqual(byId(all));
    const { contributions: _tasks, ...rest } = manifest;
    expect(parts).toMatchObject({ ...rest, scopes: expect.arrayContaining([...manifest.scopes]) });
  });

  test('has one page per door, and every script and style that a page names', () => {
    const pages = readdirSync(join(built, 'pages')).sort();
    expect(pages).toEqual(folders.map((door) => `${door}.html`).sort());
    for (const page of pages) {
      const named = [...read(`pages/${page}`).matchAll(/(?:src|href)="([^"]+)"/g)].map(
        (match) => match[1] ?? '',
      );
      expect(named.filter((path) => path.endsWith('.js')).length).toBeGreaterThan(0);
      // Relative, because the gallery puts the pages at an address that nobody knows beforehand.
      expect(named.filter((path) => !path.startsWith('../assets/'))).toEqual([]);
      expect(named.filter((path) => !existsSync(join(built, 'pages', path)))).toEqual([]);
    }
  });

  test('has the task with its program, its description and its icon', () => {
    const there = readdirSync(join(built, 'tasks/check')).sort();
    expect(there).toEqual(['icon.png', 'task.js', 'task.json']);
    const task = read('tasks/check/task.js');
    // The agent has nothing of ours beside it.
    expect([...task.matchAll(/require\("([^"]+)"\)/g)].filter(([, name = '']) => !isBuiltin(name))).toEqual(
      [],
    );
  });

  test('has nothing beside the manifest that is not packed', () => {
    const packed = manifest.files.map((file) => file.path);
    const there = readdirSync(built).filter((name) => name !== 'vss-extension.json');
    expect(there.filter((name) => !packed.includes(name))).toEqual([]);
  });

  test('has the icons, overview, license and screenshots that the manifest names', () => {
    const paths = [
      manifest.icons.default,
      ...[...Object.values(manifest.content), ...manifest.screenshots].map((file) => file.path),
    ];
    expect(paths.filter((path) => !existsSync(join(built, path)))).toEqual([]);
  });
});
