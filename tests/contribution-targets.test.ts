/** Every place for contributions that the platform is known to have is here, or is named with the reason why not. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
} else test.skip('the platform facts are not beside this checkout: no target is held against them', () => {});
