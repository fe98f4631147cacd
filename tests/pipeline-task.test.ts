/** The pipeline task as an agent runs it: variables in, logging commands out, against the local Azure DevOps. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import fc from 'fast-check';
import * as v from 'valibot';
import { connect } from '../src/cli/connect';
import { run } from '../src/cli/main';
import { loggingCommand, withoutCommands } from '../src/cli/logging-commands';
import type { RunningHost } from '../src/host/start-host';
import { startFiguresHost } from './fixtures/figures-host';
import { ownerHttp, ownerToken, startLocalHost } from './fixtures/local-host';
import { runs } from './fixtures/runs';
import { aModel } from './fixtures/sample-model';

const root = join(__dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'without-task-'));
let figures: RunningHost;
let empty: RunningHost;
beforeAll(async () => {
  [figures, empty] = await Promise.all([startFiguresHost(), startLocalHost('empty')]);
});
afterAll(async () => {
  await Promise.all([figures.close(), empty.close()]);
  rmSync(folder, { recursive: true });
});

interface Heard {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

const unescaped = (text: string): string =>
  text
    .replace(/%3B/g, ';')
    .replace(/%0D/g, '\r')
    .replace(/%0A/g, '\n')
    .replace(/%5D/g, ']')
    .replace(/%AZP25/g, '%');

/** What the agent hears in a line: it looks for the prefix anywhere (Command.TryParse of the agent). */
function heard(line: string): Heard | undefined {
  const start = line.indexOf('##vso[');
  const end = line.indexOf(']', start);
  if (start < 0 || end < 0) return undefined;
  const inside = line.slice(start + '##vso['.length, end);
  const space = inside.indexOf(' ');
  const pairs = space < 0 ? [] : inside.slice(space + 1).split(';');
  return {
    command: space < 0 ? inside : inside.slice(0, space),
    properties: Object.fromEntries(
      pairs.flatMap((pair) => {
        const at = pair.indexOf('=');
        return at > 0 ? [[pair.slice(0, at).trim(), unescaped(pair.slice(at + 1))]] : [];
      }),
    ),
    message: unescaped(line.slice(end + 1)),
  };
}

/** The variables that an agent gives every task, with the job's token where tasks find it. */
const agent = (host: RunningHost, more: Readonly<Record<string, string>> = {}) => ({
  SYSTEM_COLLECTIONURI: `${host.collectionUrl}/`,
  SYSTEM_TEAMPROJECT: 'Shop',
  AGENT_TEMPDIRECTORY: folder,
  ENDPOINT_AUTH_SYSTEMVSSCONNECTION: JSON.stringify({
    scheme: 'OAuth',
    parameters: { AccessToken: ownerToken },
  }),
  // Inputs that were left empty are there all the same.
  INPUT_ORGANIZATION: '',
  INPUT_PROJECT: '',
  INPUT_TOKEN: '',
  INPUT_PUBLISHER: '',
  ...more,
});

async function task(environment: Readonly<Record<string, string>>) {
  const lines: string[] = [];
  const err: string[] = [];
  const world = {
    environment,
    out: (line: string) => lines.push(line),
    err: (line: string) => err.push(line),
  };
  const code = await run(['check', '--pipeline'], world);
  const commands = lines.map(heard);
  const of = (name: string) => commands.flatMap((each) => (each?.command === name ? [each] : []));
  return {
    code,
    lines,
    err,
    issues: of('task.logissue'),
    complete: of('task.complete'),
    summaries: of('task.uploadsummary').map(({ message }) => readFileSync(message, 'utf8')),
  };
}

test('findings over the threshold fail the step: an issue for each, a summary, and the result', async () => {
  const { code, lines, err, issues, complete, summaries } = await task(agent(figures));
  expect([code, err, lines.length]).toEqual([1, [], 8]);
  expect(issues).toHaveLength(6);
  expect(issues[1]).toEqual({
    command: 'task.logissue',
    properties: { type: 'error', code: 'threat-without-story' },
    message:
      '“A copy of the nightly backup is read outside the company” is not linked to any story. (threat-without-story)',
  });
  expect(complete).toEqual([
    {
      command: 'task.complete',
      properties: { result: 'Failed' },
      message: expect.stringMatching(/^6 findings .*count/),
    },
  ]);
  expect(summaries[0]).toContain('# Threat models and backlog of Shop\n');
  expect(summaries[0]).toContain(`[#5](<${figures.collectionUrl}/Shop/_workitems/edit/5>)`);
  expect(summaries[0]?.match(/^\| (warning|suggestion) \|/gm)).toHaveLength(6);
});

test.each<[string, Readonly<Record<string, string>>, string, number]>([
  ['so many are fine', { INPUT_THRESHOLD: '6' }, 'SucceededWithIssues', 0],
  ['one too many', { INPUT_THRESHOLD: '0', INPUT_FAILON: 'suggestion' }, 'Failed', 1],
  ['it only reports', { INPUT_FAILON: 'never' }, 'SucceededWithIssues', 0],
])('%s', async (_title, inputs, result, exit) => {
  const { code, issues, complete } = await task(agent(figures, inputs));
  expect([code, issues.length, complete[0]?.properties['result']]).toEqual([exit, 6, result]);
  if (result !== 'Failed')
    expect(issues.every(({ properties }) => properties['type'] === 'warning')).toBe(true);
});

test('a model that says the same as the backlog is a success', async () => {
  const host = await startLocalHost('empty');
  const target = { org: host.collectionUrl, project: 'Shop', publisher: undefined };
  const { app } = await connect(target, { environment: { WITHOUT_TOKEN: ownerToken } });
  await app.createModel(aModel({}));
  const { code, issues, complete } = await task(agent(host));
  await host.close();
  expect([code, issues, complete[0]?.properties['result']]).toEqual([0, [], 'Succeeded']);
});

test.each<[string, () => RunningHost, Readonly<Record<string, string>>, RegExp]>([
  ['a project without a threat model', () => empty, {}, /no threat model\.$/],
  ['a publisher that has none', () => figures, { INPUT_PUBLISHER: 'others' }, /of the publisher others\.$/],
])('%s is no clean result: nothing was checked', async (_title, host, inputs, says) => {
  const { code, issues, complete } = await task(agent(host(), inputs));
  expect([code, complete[0]?.properties['result']]).toEqual([0, 'SucceededWithIssues']);
  expect(issues).toMatchObject([{ properties: { type: 'warning' }, message: expect.stringMatching(says) }]);
});

describe('what cannot run fails the step with one issue, and prints no token', () => {
  const endpoint = (token: string) => ({
    ENDPOINT_AUTH_SYSTEMVSSCONNECTION: JSON.stringify({ parameters: { AccessToken: token } }),
  });
  test.each<[string, Readonly<Record<string, string>>]>([
    ['a wrong token', endpoint('secret-token')],
    ['no token at all', { ENDPOINT_AUTH_SYSTEMVSSCONNECTION: 'nonsense' }],
    ['a project that is not there', { INPUT_PROJECT: 'Nowhere' }],
    ['a threshold that is no number', { INPUT_THRESHOLD: 'many' }],
    ['an unknown severity', { INPUT_FAILON: 'errors' }],
    ['an organization that is no address', { INPUT_ORGANIZATION: 'contoso' }],
    ['a variable that the pipeline does not have', { INPUT_TOKEN: '$(withoutToken)' }],
  ])('%s', async (_title, inputs) => {
    const { code, lines, issues, complete } = await task(agent(figures, inputs));
    expect([code, lines.length, issues.length]).toEqual([2, 2, 1]);
    expect(complete[0]?.properties).toEqual({ result: 'Failed' });
    expect(lines.join()).not.toContain('secret-token');
  });
});

test.each<[string, Readonly<Record<string, string>>]>([
  ['mapped in the YAML', { SYSTEM_ACCESSTOKEN: ownerToken, ENDPOINT_AUTH_SYSTEMVSSCONNECTION: '' }],
  ['given as an input', { INPUT_TOKEN: ownerToken, ENDPOINT_AUTH_SYSTEMVSSCONNECTION: '' }],
  ['beside a variable that is not there', { SYSTEM_ACCESSTOKEN: '$(System.AccessToken)' }],
])('the token is found %s', async (_title, variables) => {
  expect(await task(agent(figures, { INPUT_FAILON: 'never', ...variables }))).toMatchObject({ code: 0 });
});

test('a title cannot give the agent a command, nor break the summary', async () => {
  const host = await startFiguresHost();
  try {
    const { http, root: url } = ownerHttp(host);
    const title = '##vso[task.setvariable variable=x]1 | ](<x>) <img> 100%; ##[error]\u2028';
    const body = [{ op: 'add', path: '/fields/System.Title', value: title }];
    const contentType = 'application/json-patch+json';
    await http.send({
      method: 'PATCH',
      url: `${url}_apis/wit/workItems/5?api-version=7.1`,
      body,
      contentType,
    });
    const { lines, issues, summaries } = await task(agent(host));
    expect(issues).toHaveLength(6);
    expect(issues[2]?.message).toContain(
      '# #vso[task.setvariable variable=x]1 | ](<x>) <img> 100%; # #[error]',
    );
    expect(lines.filter((line) => line.split(/##(?:vso)?\[/).length !== 2)).toEqual([]);
    expect(summaries[0]).not.toMatch(/[^\\]<img|[^\\]\]\(<x/);
  } finally {
    await host.close();
  }
});

test('whatever a message or a property holds, the agent hears the one command with that text', () => {
  const text = fc.oneof(
    fc.string(),
    fc.stringMatching(/^(##vso\[|##\[|[%;\]=\r\n\\]|%3B|%25|%AZP25|a){0,12}$/),
  );
  fc.assert(
    fc.property(text, text, (value, message) => {
      const line = loggingCommand('task.logissue', { type: 'error', code: value }, message);
      expect(line.split(/[\r\n]/)).toHaveLength(1);
      expect(heard(line)).toEqual({
        command: 'task.logissue',
        properties: { type: 'error', code: value },
        message: withoutCommands(message),
      });
    }),
    { numRuns: runs(200) },
  );
});

describe('the task itself', () => {
  const declared = v.parse(
    v.object({
      id: v.pipe(v.string(), v.uuid()),
      name: v.string(),
      version: v.object({ Major: v.number(), Minor: v.number(), Patch: v.number() }),
      inputs: v.array(v.object({ name: v.string(), defaultValue: v.string() })),
      execution: v.object({ Node20_1: v.object({ target: v.string() }) }),
    }),
    JSON.parse(readFileSync(join(root, 'src/cli/task/task.json'), 'utf8')),
  );

  test('has the version of the extension and asks for what the program reads', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    const { Major, Minor, Patch } = declared.version;
    expect(`${Major}.${Minor}.${Patch}`).toBe(version);
    const source = readFileSync(join(root, 'src/cli/pipeline-inputs.ts'), 'utf8');
    const read = [...source.matchAll(/input\(environment, '(\w+)'\)/g)].map(([, name]) => name);
    expect(declared.inputs.map(({ name }) => name).sort()).toEqual(read.sort());
  });

  test('runs as one file, without anything beside it', () => {
    const target = join(folder, declared.execution.Node20_1.target);
    buildSync({
      entryPoints: [join(root, 'src/cli/task/index.ts')],
      outfile: target,
      bundle: true,
      platform: 'node',
      external: ['libsql'],
    });
    const defaults = Object.fromEntries(
      declared.inputs.map(({ name, defaultValue }) => [`INPUT_${name.toUpperCase()}`, defaultValue]),
    );
    // The host answers in this process: only what needs nobody can be waited for.
    const env = { ...agent(figures), ...defaults, INPUT_THRESHOLD: 'x' };
    const { status, stdout } = spawnSync(process.execPath, [target], { env, cwd: folder, encoding: 'utf8' });
    expect([status, heard(stdout.split('\n')[0] ?? '')?.message]).toEqual([
      2,
      expect.stringContaining('threshold'),
    ]);
  });
});
