/** Whatever is different after a model went out and came back stands in the loss report, by the name of its row. */
import * as fc from 'fast-check';
import { backFrom, differences } from '../../../tests/fixtures/exported-and-back';
import { anyModel, poolId } from '../../../tests/fixtures/model-arbitrary';
import { times } from '../../../tests/fixtures/runs';
import { aMitigation, aModel, aThreat, aTreatment } from '../../../tests/fixtures/sample-model';
import type { Boundary, Element, Flow } from '../model/diagram-parts';
import type { Mitigation } from '../model/mitigation';
import type { Model } from '../model/model';
import type { Threat, ThreatStatus } from '../model/threat';
import type { ExportFormat } from './export-result';
import { otmExport } from './otm';
import { threatDragonExport } from './threat-dragon';
import { tmBomExport } from './tm-bom';

const statuses: readonly ThreatStatus[] = [
  { kind: 'open' },
  { kind: 'needs-investigation' },
  { kind: 'not-applicable', justification: 'No such part' },
];
const at = '2026-02-03T04:05:06.000Z' as NonNullable<Threat['found']>;

/** Every optional field of the model now and then: bit by bit of a number, so that a failure shrinks to one of them. */
function richer(model: Model, bits: number): Model {
  const has = (bit: number) => (bits & (1 << bit)) !== 0;
  const each = <T extends { readonly id: string }>(
    map: ReadonlyMap<string, T>,
    more: (of: T, n: number) => T,
  ) => new Map([...map].map(([id, of], n) => [id, more(of, n)])) as never;
  const [first] = model.mitigation.keys();
  const name = (text: string) => (text === '' ? 'Named' : text);
  return {
    ...model,
    info: { ...model.info, ...(has(0) ? { reviewed: at, properties: { Tier: 'one' } } : {}) },
    element: each(model.element, (of: Element): Element => ({
      ...of,
      name: name(of.name),
      ...(has(1) ? { backlog: { kind: 'feature', workItem: 7 as never } } : {}),
      ...(has(2)
        ? { outOfScope: 'Theirs', notes: 'Old', type: { id: 'web.api' as never, name: 'Web API' } }
        : {}),
      ...(has(3) ? { kind: 'external' } : {}),
      ...(has(4) ? { stale: 'Gone' } : {}),
    })),
    flow: each(model.flow, (of: Flow): Flow => ({
      ...of,
      name: name(of.name),
      ...(has(5) && of.source === null ? { endsAtNote: ['source'] } : {}),
      ...(has(6) ? { properties: { ...of.properties, isBidirectional: 'true' } } : {}),
    })),
    boundary: each(model.boundary, (of: Boundary, n): Boundary => {
      const { diagram } = of.drawing;
      const box = { x: -n, y: 0, width: 400 + n, height: 300 + n };
      return {
        ...of,
        name: name(of.name),
        ...(has(7) ? { drawing: { shape: 'box', diagram, box } } : {}),
        properties: {
          ...of.properties,
          ...(has(8) ? { 'Trust rating': ['80', '400', 'high'][n % 3] ?? '' } : {}),
        },
      };
    }),
    mitigation: each(model.mitigation, (of: Mitigation): Mitigation => ({
      ...of,
      title: name(of.title),
      ...(has(9)
        ? { given: { kind: 'existing' }, byType: [{ type: 'web.api', status: { kind: 'open' } }] }
        : {}),
      ...(has(10) && first !== undefined && first !== of.id ? { requires: [first] } : {}),
      ...(has(11) ? { effort: 3, tags: ['crypto'], controlType: 'preventive' } : {}),
      ...(has(12) ? { stale: 'Gone' } : {}),
    })),
    threat: each(model.threat, (of: Threat, n): Threat => ({
      ...of,
      title: name(of.title),
      ...(has(13) ? { tentative: 'Is it public?' } : {}),
      ...(has(14) ? { found: at, stale: 'Gone' } : {}),
      ...(has(15) ? { status: statuses[n % statuses.length] ?? of.status, notes: 'Look again' } : {}),
    })),
  };
}

const rich = fc.tuple(anyModel, fc.nat(0xffff)).map(([model, bits]) => richer(model, bits));

const sources = ['sources of parts, threats and mitigations'];
const gone = ['marks of what its source does not give any more'];
const settings = ['settings of the model'];
const ownDiagrams = ['diagrams of their own'];
const beside = ['places beside parts without a box'];
const lines = ['ways of lines'];
const exact = ['exact places and sizes'];
/** What was lost -> the rows of which one must stand in the report. */
const everywhere: Readonly<Record<string, readonly string[]>> = {
  'element.origin': sources,
  'flow.origin': sources,
  'boundary.origin': sources,
  'threat.origin': sources,
  'mitigation.origin': sources,
  'element.stale': gone,
  'threat.stale': gone,
  'mitigation.stale': gone,
  'element.backlog': ['places on the backlog'],
  'flow.endsAtNote': ['ends at notes on the drawing'],
  'threat.tentative': ['doubts about threats'],
  'threat.found': ['days when threats were found'],
  'mitigation.given': ['decisions by type of part'],
  'mitigation.byType': ['decisions by type of part'],
  'mitigation.requires': ['relations between mitigations'],
  treatment: ['second treatments of a threat with the same mitigation'],
  'info.scope': settings,
  'info.reviewed': settings,
  'info.properties': settings,
  realisation: ['links to Tasks'],
  storyLink: ['links to stories'],
  clause: ['WITHOUT clauses'],
  knowledge: ['entries of knowledge packages'],
  question: ['questions and answers'],
  requirement: ['requirements'],
  acceptance: ['accepted risks'],
  dismissal: ['decisions about findings'],
  timeEntry: ['entries of time'],
  event: ['events for operations'],
  incident: ['incidents'],
  evidence: ['counts of alerts'],
  comment: ['comments'],
  review: ['reviews'],
  upgrade: ['records of how a newer version of its source was taken over'],
};
const rows: readonly (readonly [ExportFormat, Readonly<Record<string, readonly string[]>>])[] = [
  [
    threatDragonExport,
    {
      assumption: ['assumptions'],
      'element.drawing': exact,
      'boundary.drawing': exact,
      'flow.drawing': exact,
      'flow.source': ['ends of data flows'],
      'flow.target': ['ends of data flows'],
    },
  ],
  [
    otmExport,
    {
      assumption: ['assumptions'],
      diagram: ownDiagrams,
      'element.drawing': [...ownDiagrams, ...beside],
      'boundary.drawing': [...lines, ...ownDiagrams, ...beside],
      'flow.drawing': lines,
    },
  ],
  [
    tmBomExport,
    {
      diagram: ownDiagrams,
      'element.drawing': ['places on the drawing'],
      'boundary.drawing': [...lines, ...ownDiagrams, ...beside],
      'flow.drawing': lines,
      'threat.probability': ['ratings of threats that do not apply'],
      'threat.impact': ['ratings of threats that do not apply'],
    },
  ],
];

describe.each(
  rows.map(([format, own]) => ({ name: format.id, format, expected: { ...everywhere, ...own } })),
)('$name', ({ format, expected }) => {
  test('whatever is gone after it came back is in the report', () => {
    fc.assert(
      fc.property(rich, (model) => {
        const { model: back, lost } = backFrom(format, model);
        const said = new Set(lost.map(({ what }) => what));
        const unsaid = [...differences(model, back)].filter(
          (each) => !(expected[each] ?? []).some((row) => said.has(row)),
        );
        expect(unsaid).toEqual([]);
      }),
      { numRuns: times(100, 1000) },
    );
  });
});

test('a zone without a rating gets the middle one, two treatments of a pair are one, and OTM says both', () => {
  const zone = { origin: { kind: 'person' }, name: 'Shop', properties: {} } as const;
  const diagram = { id: poolId('diagram', 0), origin: zone.origin, name: 'Main' };
  const box = { x: 0, y: 0, width: 100, height: 100 };
  const drawing = { shape: 'box', diagram: diagram.id, box };
  const boundary = (n: number, rating?: string) => ({
    ...zone,
    drawing,
    properties: rating === undefined ? {} : { 'Trust rating': rating },
    id: poolId('boundary', n),
  });
  const threat = aThreat(1);
  const mitigation = aMitigation(1);
  const pair = { threat: 1, mitigation: 1 };
  const base = aModel({
    threats: [threat],
    mitigations: [mitigation],
    treatments: [aTreatment(1, pair), aTreatment(2, pair)],
  });
  const model = {
    ...base,
    diagram: new Map([[diagram.id, diagram]]),
    boundary: new Map([boundary(0), boundary(1, '80'), boundary(2, 'high')].map((each) => [each.id, each])),
  } as unknown as Model;
  const { text, lost } = backFrom(otmExport, model);
  const { trustZones } = JSON.parse(text) as { trustZones: { risk: { trustRating: number } }[] };
  expect(trustZones.map(({ risk }) => risk.trustRating)).toEqual([50, 80, 50]);
  const counts = Object.fromEntries(lost.map(({ what, count }) => [what, count]));
  expect(counts).toMatchObject({
    'trust ratings': 2,
    'second treatments of a threat with the same mitigation': 1,
  });
});
