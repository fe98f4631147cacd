/** The walls between the rooms, as ESLint holds them: what may not be imported is flagged, what may be is not. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');

interface Case {
  /** Where the text would stand; the file need not exist. */
  readonly file: string;
  readonly text: string;
}

/** The rules that flag each text. In a process of its own: jest cannot load a configuration that is an ES module. */
function flaggedBy(cases: readonly Case[]): readonly (readonly string[])[] {
  const script = `
    import { ESLint } from 'eslint';
    import { readFileSync } from 'node:fs';
    const eslint = new ESLint();
    const answers = [];
    for (const { file, text } of JSON.parse(readFileSync(0, 'utf8'))) {
      const [result] = await eslint.lintText(text, { filePath: file });
      answers.push(result.messages.map((each) => each.ruleId ?? each.message));
    }
    console.log(JSON.stringify(answers));
  `;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    input: JSON.stringify(cases),
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as readonly (readonly string[])[];
}

const named = (address: string) => `import { x } from '${address}';\nexport const y = x;\n`;

const forbidden: readonly (readonly [string, string])[] = [
  // Out of the core: also the compiler's, by rootDir; here it holds without it.
  ['src/core/model/x.ts', '../../app/ports'],
  ['src/core/model/edits/x.ts', '../../../app/ports'],
  ['src/core/sync/x.ts', '../../adapters/memory/memory-backlog'],
  ['src/core/formats/tm7/x.ts', '../../../ui/words'],
  ['src/core/alignment/rules/some-rule/rule.ts', '../../../../contributions/boot'],
  ['src/core/clauses/x.ts', '../../../src/host/start-host'],
  ['src/core/model/x.ts', 'react'],
  ['src/core/model/x.ts', 'node:fs'],
  ['src/core/store/x.ts', 'azure-devops-extension-sdk'],
  // Between rooms of the core.
  ['src/core/model/x.ts', '../sync/plan'],
  ['src/core/model/edits/x.ts', '../../risk/assess'],
  ['src/core/risk/x.ts', '../sync/plan'],
  ['src/core/sync/x.ts', '../store/shard'],
  ['src/core/sync/x.ts', '../../core/store/shard'],
  ['src/core/sync/x.ts', './../store/shard'],
  ['src/core/clauses/languages/x.ts', '../../alignment/rule'],
  ['src/core/kb/x.ts', '../alignment/rule'],
  ['src/core/alignment/x.ts', '../advice/pace'],
  ['src/core/advice/x.ts', '../kb/package'],
  ['src/core/advice/x.ts', '../flags/flag'],
  ['src/core/flags/x.ts', '../store/shard'],
  ['src/core/operate/x.ts', '../sync/plan'],
  ['src/core/diagram/x.ts', '../kb/engine'],
  ['src/core/export/x.ts', '../sync/plan'],
  ['src/core/formats/x.ts', '../export/csv'],
  // Between rooms of the house.
  ['src/app/x.ts', '../adapters/azdo/page'],
  ['src/app/x.ts', '../contributions/boot'],
  ['src/app/x.ts', 'react'],
  ['src/adapters/azdo/x.ts', '../../ui/words'],
  ['src/adapters/memory/x.ts', '../../contributions/boot'],
  ['src/ui/X.tsx', '../adapters/azdo/page'],
  ['src/ui/X.tsx', '../contributions/hub/hub-context'],
  ['src/ui/X.tsx', 'azure-devops-extension-sdk'],
  ['src/cli/x.ts', '../contributions/boot'],
  ['src/host/kernel/x.ts', '../../core/model/model'],
  ['src/host/rest/wit/x.ts', '../../../adapters/azdo/http'],
  // Doors: no adapter, no SDK, no other door.
  ['src/contributions/hub/x.ts', '../../adapters/azdo/page'],
  ['src/contributions/hub/home/X.tsx', '../../../adapters/azdo/page'],
  ['src/contributions/hub/x.ts', 'azure-devops-extension-sdk'],
  ['src/contributions/hub/x.ts', 'azure-devops-extension-api/WorkItemTracking'],
  ['src/contributions/hub/x.ts', '../../host/start-host'],
  ['src/contributions/hub/x.ts', '../sprint-tab/planned-work'],
  ['src/contributions/hub/home/X.tsx', '../../sprint-tab/planned-work'],
  ['src/contributions/sprint-tab/X.tsx', '../hub/hub-context'],
  ['src/contributions/sprint-tab/X.tsx', '../../contributions/hub/hub-context'],
  ['src/contributions/alignment-tab/mends/X.tsx', '../../hub/use-load'],
  ['src/contributions/tab-parts/X.tsx', '../hub/hub-context'],
  ['src/contributions/work-item-group/X.tsx', '../hub'],
  ['src/contributions/hub/x.ts', './testing/hub-world'],
  // An exception is for the parts that it names.
  ['src/contributions/sprint-tab/SprintTab.tsx', '../hub/hub-context'],
  ['src/contributions/sprint-tab/SprintTab.tsx', '../alignment-tab/deeds'],
  // The composition root sees adapters, and nothing more than it must.
  ['src/contributions/boot.tsx', '../host/start-host'],
  ['src/contributions/boot.tsx', '../cli/main'],
  ['src/contributions/boot-widget.tsx', './trend-widget/index'],
  ['src/contributions/trend-widget/index.tsx', '../../adapters/azdo/page'],
  ['src/contributions/boot.tsx', './hub/hub-context'],
  ['src/contributions/boot.tsx', 'azure-devops-extension-sdk'],
];

const allowed: readonly (readonly [string, string])[] = [
  ['src/core/model/x.ts', './model'],
  ['src/core/model/edits/x.ts', '../model'],
  ['src/core/model/x.ts', 'valibot'],
  ['src/core/formats/x.ts', 'saxes'],
  ['src/core/export/x.ts', '../formats/report'],
  ['src/core/sync/x.ts', '../risk/assess'],
  ['src/core/alignment/rules/some-rule/rule.ts', '../../../clauses/clause'],
  ['src/core/kb/x.ts', '../model/model'],
  ['src/app/x.ts', '../core/sync/plan'],
  ['src/adapters/azdo/x.ts', '../../app/ports'],
  ['src/adapters/azdo/x.ts', 'azure-devops-extension-sdk'],
  ['src/ui/X.tsx', '../app/ports'],
  ['src/ui/X.tsx', 'azure-devops-ui/Button'],
  ['src/cli/x.ts', '../adapters/azdo/node-http'],
  ['src/host/rest/wit/x.ts', '../../kernel/answer'],
  ['src/contributions/boot.tsx', '../adapters/azdo/page'],
  ['src/contributions/boot-widget.tsx', '../adapters/azdo/page'],
  ['src/contributions/trend-widget/index.tsx', '../widget-parts/widget'],
  ['src/contributions/hub/x.ts', '../boot'],
  ['src/contributions/hub/home/X.tsx', '../../../app/ports'],
  ['src/contributions/hub/home/X.tsx', '../../../ui/words'],
  ['src/contributions/hub/home/X.tsx', '../hub-context'],
  ['src/contributions/hub/home/X.tsx', '../../hub/hub-context'],
  ['src/contributions/sprint-tab/X.tsx', '../tab-parts/desk'],
  ['src/contributions/alignment-tab/mends/X.tsx', '../../tab-parts/desk'],
  ['src/contributions/tab-parts/x.ts', '../boot'],
  ['src/contributions/hub/X.test.tsx', '../../adapters/memory/memory-backlog'],
  ['src/contributions/hub/testing/x.ts', '../../../adapters/memory/memory-backlog'],
  ['tests/contract/x.ts', '../../src/adapters/azdo/azdo-backlog'],
];

const forms: readonly (readonly [string, string])[] = [
  ['a value', "import { x } from '@';\nexport const y = x;\n"],
  ['a type', "import type { X } from '@';\nexport type Y = X;\n"],
  ['an effect', "import '@';\n"],
  ['a passing on', "export { x } from '@';\n"],
  ['a later load', "export const load = () => import('@');\n"],
  ['a type in place', "export type Y = import('@').X;\n"],
];

const table = [
  ...forbidden.map(([file, address]) => ({ file, text: named(address), flagged: true })),
  ...allowed.map(([file, address]) => ({ file, text: named(address), flagged: false })),
  ...forms.flatMap(([, text]) => [
    { file: 'src/core/model/x.ts', text: text.replace('@', '../../app/ports'), flagged: true },
    { file: 'src/core/model/x.ts', text: text.replace('@', '../risk/assess'), flagged: true },
    { file: 'src/core/risk/x.ts', text: text.replace('@', '../model/model'), flagged: false },
    { file: 'src/contributions/hub/x.ts', text: text.replace('@', '../sprint-tab/deeds'), flagged: true },
  ]),
  { file: 'src/core/model/x.ts', text: 'export async function x(): Promise<void> {}\n', flagged: true },
  { file: 'src/core/model/x.ts', text: 'export const x = (): number => Date.now();\n', flagged: true },
  { file: 'src/core/kb/x.ts', text: 'export const x = (): number => Math.random();\n', flagged: true },
  { file: 'src/core/kb/x.ts', text: 'export const x = (): number => Math.max(1);\n', flagged: false },
];

test('every forbidden import is flagged, every allowed one is not', () => {
  const answers = flaggedBy(table);
  const walls = new Set(['no-restricted-imports', 'no-restricted-syntax']);
  const wrong = table.filter(({ flagged }, index) => {
    const rules = answers[index] ?? ['no answer'];
    // An allowed text must pass every rule; a forbidden one must be stopped by a wall and not by an accident.
    return flagged ? !rules.some((rule) => walls.has(rule)) : rules.length > 0;
  });
  expect(wrong).toEqual([]);
}, 60_000);

test('every room has its walls', () => {
  const folders = (path: string) =>
    readdirSync(join(root, path), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${path}/${entry.name}`);
  // A room that nobody named in eslint.config.mjs could import anything.
  const rooms = [...folders('src'), ...folders('src/core'), ...folders('src/contributions')];
  const foreigner = (room: string) => {
    const up = '../'.repeat(room.split('/').length - 1);
    return room === 'src/host' || room === 'src/cli' || room === 'src/adapters'
      ? `${up}contributions/boot`
      : `${up}host/start-host`;
  };
  const answers = flaggedBy(rooms.map((room) => ({ file: `${room}/x.ts`, text: named(foreigner(room)) })));
  expect(rooms.filter((_, index) => !answers[index]?.includes('no-restricted-imports'))).toEqual([]);
  const impure = flaggedBy(
    folders('src/core').map((room) => ({
      file: `${room}/x.ts`,
      text: 'export const x = (): number => Date.now();\n',
    })),
  );
  expect(folders('src/core').filter((_, index) => impure[index]?.length === 0)).toEqual([]);
}, 60_000);

test('no exception stands for a file that is gone', () => {
  const script =
    "import config from './eslint.config.mjs'; console.log(JSON.stringify(config.map((c) => c.files)))";
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    encoding: 'utf8',
  });
  const globs = (JSON.parse(run.stdout) as (readonly string[] | null)[]).flatMap((files) => files ?? []);
  const files = globs.filter((glob) => glob.startsWith('src/') && !glob.includes('*'));
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});
