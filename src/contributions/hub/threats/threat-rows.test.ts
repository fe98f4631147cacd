import { MemoryDocuments } from '../../../adapters/memory/memory-documents';
import { applyEdit } from '../../../core/model/edit';
import { linkStory } from '../../../core/model/edits/build';
import { setThreatStatus } from '../../../core/model/edits/judge';
import { indexModel } from '../../../core/model/model-index';
import { assess } from '../../../core/risk/assess';
import { hubWorld, smallModel } from '../testing/hub-world';
import { anyThreat, filterFromLink, filterThreats, sortThreats, threatRows } from './threat-rows';
import type { ThreatFilter } from './threat-rows';

const { app } = hubWorld(new MemoryDocuments());
const base = smallModel(app, ['Stolen password', 'Forged order', 'Flooded search']);
const [, second, third] = [...base.threat.keys()];
const only = <T>(value: T | undefined) => (value === undefined ? [] : [value]);
const linked = applyEdit(base, linkStory(base, { threats: only(second), story: 42, newId: app.newId }));
const model = applyEdit(
  linked,
  setThreatStatus(linked, only(third), { kind: 'not-applicable', justification: 'No search.' }),
);
const rows = threatRows(model, indexModel(model), assess(model, new Map()));
const titles = (filter: Partial<ThreatFilter>) =>
  filterThreats(rows, { ...anyThreat, ...filter }).map((row) => row.threat.title);

test.each<[Partial<ThreatFilter>, readonly string[]]>([
  [{}, ['Stolen password', 'Forged order', 'Flooded search']],
  [{ text: 'ORDER forged' }, ['Forged order']],
  [{ text: '#42' }, ['Forged order']],
  [{ text: 'order password' }, []],
  [{ severity: 'critical' }, ['Stolen password']],
  [{ status: 'not-applicable' }, ['Flooded search']],
  [{ concern: 'no-mitigation' }, ['Forged order']],
  [{ concern: 'no-story' }, ['Stolen password']],
  [{ concern: 'assumed' }, []],
])('filter %j', (filter, expected) => {
  expect(titles(filter)).toEqual(expected);
});

test('a link asks for a severity, a concern, or nothing known', () => {
  expect(filterFromLink('assumed').concern).toBe('assumed');
  expect(filterFromLink('critical').severity).toBe('critical');
  expect(filterFromLink('nonsense')).toEqual(anyThreat);
});

test('sorting by risk, both ways, ties by title; the input stays as it is', () => {
  const before = [...rows];
  const down = sortThreats(rows, { by: 'risk', direction: 'descending' }).map((row) => row.threat.title);
  expect(down).toEqual(['Stolen password', 'Forged order', 'Flooded search']);
  const up = sortThreats(rows, { by: 'severity', direction: 'ascending' }).map((row) => row.threat.title);
  expect(up).toEqual(['Flooded search', 'Forged order', 'Stolen password']);
  expect(rows).toEqual(before);
});
