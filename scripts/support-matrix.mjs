/**
 * Writes tables into docs/local-azure-devops.md: what the local Azure DevOps answers, from the endpoints themselves, where
 * it shows contributions, from the places of its shell, and what the check of recorded traffic lets pass, from its rules.
 * With `--check` it writes nothing and fails when the table is not true.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { knownAbsences, knownViolations } from './lib/traffic-rules.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = join(root, 'docs/local-azure-devops.md');

async function load() {
  // Below node_modules, so that what the bundle imports is found.
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'support-'));
  try {
    const outfile = join(folder, 'rest.mjs');
    const contents = `export { endpoints } from './src/host/rest/index'; export { locations, publishedMethods, resourcesAt } from './src/host/kernel/discovery'; export { absent, absentTypes, placeless, places, provided } from './src/host/shell/page/places';`;
    await build({
      stdin: { contents, resolveDir: root, loader: 'ts' },
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      logLevel: 'error',
    });
    return await import(pathToFileURL(outfile));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** "wit/7.2 Work Items_Get Work Item" is the operation "Get Work Item" of "Work Items" in the area "wit". */
function readSpec(spec) {
  const [, area = '', operation = ''] = /^([^/ ]+)\S* (.*)$/.exec(spec) ?? [];
  return { area, operation: operation.replace('_', ': ') };
}

/** The path below `_apis` with something in the place of every parameter. */
function example(route) {
  const after = route.slice(route.indexOf('_apis/') + '_apis/'.length);
  return after.split('/').map((part) => part.replace(/\{[^}]*\}/, 'x'));
}

function matrix({ endpoints, locations, publishedMethods, resourcesAt }) {
  const rows = endpoints.map(({ method, route, spec }) => ({ method, route, ...readSpec(spec) }));
  const areas = [...new Set(rows.map((row) => row.area))].sort();
  const lines = [`${rows.length} operations are answered.`];
  for (const area of areas) {
    const own = rows.filter((row) => row.area === area);
    own.sort((a, b) => (a.operation + a.method < b.operation + b.method ? -1 : 1));
    lines.push('', `### ${area}`, '', '| operation | call |', '| --- | --- |');
    for (const row of own) lines.push(`| ${row.operation} | \`${row.method} ${row.route}\` |`);
  }
  lines.push('', '### Not answered', '', 'These resources are discovered and answer 501:', '');
  const answered = new Set(endpoints.flatMap(({ route }) => resourcesAt(example(route)).slice(0, 1)));
  const missing = new Map();
  for (const location of locations()) {
    if (answered.has(location)) continue;
    const names = missing.get(location.area) ?? new Set();
    missing.set(location.area, names.add(location.resourceName));
  }
  const answeredNames = new Set([...answered].map((one) => `${one.area}/${one.resourceName}`));
  for (const [area, names] of missing) {
    const left = [...names].filter((name) => !answeredNames.has(`${area}/${name}`));
    if (left.length > 0) lines.push(`- ${area}: ${left.join(', ')}`);
  }
  lines.push(
    '',
    'Of these some methods are answered; those that are named are published, too, and answer 501:',
    '',
  );
  for (const [name, methods] of partlyAnswered(endpoints, { publishedMethods, resourcesAt }))
    lines.push(`- ${name}: ${methods.join(', ')}`);
  return lines.join('\n');
}

/** The resources that have endpoints, with what else they are published to be called with. */
function partlyAnswered(endpoints, { publishedMethods, resourcesAt }) {
  const missing = new Map();
  for (const { method, route } of endpoints) {
    const [{ area, resourceName }] = resourcesAt(example(route));
    const name = `${area} ${resourceName}`;
    const left = missing.get(name) ?? { published: publishedMethods(example(route)) ?? [], own: new Set() };
    missing.set(name, { ...left, own: left.own.add(method) });
  }
  return [...missing].flatMap(([name, { published, own }]) => {
    const methods = published.filter((method) => !own.has(method));
    return methods.length === 0 ? [] : [[name, methods]];
  });
}

const code = (text) => `\`${text}\``;

function placeTable({ places, placeless, provided, absent, absentTypes }) {
  const lines = ['| target | type | where | what its page gets |', '| --- | --- | --- | --- |'];
  for (const [target, { types, where, gets }] of Object.entries(places))
    lines.push(`| ${code(target)} | ${types.map(code).join(', ')} | ${where} | ${gets} |`);
  for (const [type, { where, gets }] of Object.entries(placeless))
    lines.push(`| none | ${code(type)} | ${where} | ${gets} |`);
  for (const [type, { where, gets }] of Object.entries(provided))
    lines.push(`| a contribution | ${code(type)} | ${where} | ${gets} |`);
  lines.push('', 'Contributions to what is not here are named with the reason:', '');
  for (const [prefix, reason] of absent) lines.push(`- targets ${code(`${prefix}*`)}: ${reason}`);
  for (const [type, reason] of Object.entries(absentTypes)) lines.push(`- type ${code(type)}: ${reason}`);
  return lines.join('\n');
}

function trafficList() {
  const list = (rules) => rules.map(({ what, reason }) => `- ${what}: ${reason}`);
  return [
    'These are no violations to it:',
    '',
    ...list(knownViolations),
    '',
    'These keys are in every genuine answer that was recorded, and absent here:',
    '',
    ...list(knownAbsences),
  ].join('\n');
}

/** Puts a table between its two marks. */
function filled(text, name, table) {
  const [begin, end] = [`<!-- ${name}: npm run support-matrix -->`, `<!-- end of the ${name} -->`];
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`${file} has no place for a table: "${begin}" and "${end}".`);
  return `${before}${begin}\n\n${table}\n\n${end}${after}`;
}

const prettier = await import('prettier');
const text = readFileSync(file, 'utf8');
const loaded = await load();
const options = { ...(await prettier.resolveConfig(file)), filepath: file };
const tables = [
  ['support matrix', matrix(loaded)],
  ['places', placeTable(loaded)],
  ['exceptions', trafficList()],
];
const whole = await prettier.format(
  tables.reduce((sofar, [name, table]) => filled(sofar, name, table), text),
  options,
);
if (!process.argv.includes('--check')) writeFileSync(file, whole);
else if (whole !== text) {
  console.error('docs/local-azure-devops.md is not true any more: run `npm run support-matrix`.');
  process.exitCode = 1;
}
