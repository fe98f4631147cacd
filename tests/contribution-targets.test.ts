/** Every place for contributions that the platform is known to have is here, or is named with the reason why not. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contributionRows } from './fixtures/contribution-rows';
import { absent, absentTypes, placeless, places, provided } from '../src/host/shell/page/places';

const facts = join(__dirname, '../../shared/reference/azure-devops-platform.md');

/** Ids in these sections that are neither a target nor a type: a setting of a feature's host and services of pages. */
const OTHERS = [
  'ms.vss-build-web.build-page-data-service',
  'ms.vss-work-web.work-item-form-navigation-service',
];

/** Targets and types that the facts name between two headings. */
function mentioned(from: string, to: string): readonly string[] {
  const text = readFileSync(facts, 'utf8');
  const sections = text.slice(text.indexOf(from), text.indexOf(to));
  const alone = [...sections.matchAll(/ms\.vss-[a-zA-Z-]+\.[a-z][a-zA-Z-]*[a-z]/g)].map(([id]) => id);
  // Several of one area are written together, with what begins them all before the brace.
  const together = [...sections.matchAll(/(ms\.vss-[a-zA-Z-]+\.)\{([^}]+)\}/g)].flatMap(
    ([, area, names = '']) => names.split(',').map((name) => `${area}${name.trim()}`),
  );
  return [...new Set([...alone, ...together])].filter((id) => !OTHERS.includes(id));
}

const types = new Set(Object.values(places).flatMap((place) => place.types));

function standing(id: string): string | undefined {
  if (places[id] ?? placeless[id] ?? provided[id] ?? types.has(id)) return 'placed';
  return absentTypes[id] ?? absent.find(([prefix]) => id.startsWith(prefix))?.[1];
}

if (existsSync(facts)) {
  test('each target and type of the platform facts is placed, or its absence has a reason', () => {
    const all = mentioned('### 1.2', '## 2. SDK');
    expect(all.length).toBeGreaterThan(55);
    expect(all.filter((id) => standing(id) === undefined)).toEqual([]);
  });

  test('of hubs, boards, backlogs, sprints, queries, the form, dialogs and events every target is placed', () => {
    const all = mentioned('### 1.2', '### 1.8');
    expect(all.length).toBeGreaterThan(40);
    expect(all.filter((id) => standing(id) !== 'placed')).toEqual(['ms.vss-web.breadcrumb-provider']);
  });

  /** Of a row of the table of 1.3: what its page gets, as the names before their nested parts. */
  function named(target: string): readonly string[] {
    // A second target of a line is written without its area.
    const names = [`\`${target}\``, `\`…${target.slice(target.lastIndexOf('.') + 1)}\``];
    const line = readFileSync(facts, 'utf8')
      .split('\n')
      .find((one) => one.startsWith('|') && names.some((name) => one.includes(name)));
    const cell = line?.split('|')[4] ?? '';
    if (cell.includes('row: as backlog row') && target.endsWith('.query-result-work-item-menu'))
      return named('ms.vss-work-web.backlog-item-menu');
    // From the first brace to its end, without what nested braces hold.
    const inner = /\{((?:[^{}]|\{[^{}]*\})*)\}/.exec(cell)?.[1] ?? '';
    return inner
      .replace(/\{[^}]*\}/g, '')
      .split(',')
      .flatMap((one) => /[a-zA-Z]+/.exec(one)?.[0] ?? []);
  }

  test.each(
    contributionRows.map(({ target, where, configuration, calls }) => ({
      target,
      where,
      configuration,
      calls,
    })),
  )(
    'at $target ($where) every property that the facts name is held to its type',
    ({ target, configuration, calls }) => {
      const given = [configuration, ...Object.values(calls ?? {})].flatMap((one) => Object.keys(Object(one)));
      expect(given).toEqual(expect.arrayContaining([...named(target)]));
    },
  );

  test('the facts name properties of most places of boards, backlogs, sprints and queries', () => {
    const told = contributionRows.filter(({ target }) => named(target).length > 0);
    expect(new Set(told.map(({ target }) => target)).size).toBeGreaterThan(8);
    expect(named('ms.vss-work-web.product-backlog-tabs')).toEqual([
      'level',
      'workItemTypes',
      'team',
      'foregroundInstance',
    ]);
  });
} else test.skip('the platform facts are not beside this checkout: no target is held against them', () => {});

/** Their places are shown by tests of their own: widgets on dashboards, tasks in the package, properties of others. */
const elsewhere = [
  'ms.vss-dashboards-web.widget-catalog',
  'ms.vss-dashboards-web.widget-configuration',
  'ms.vss-distributed-task.tasks',
];

test('every place of the shell is reached in a browser, and what a page gets there is held to its types', () => {
  const reached = new Set(contributionRows.map(({ target }) => target));
  const all = [...Object.keys(places), ...Object.keys(placeless)];
  expect(all.filter((target) => !reached.has(target))).toEqual(elsewhere);
  expect([...reached].filter((target) => !all.includes(target))).toEqual([]);
});
