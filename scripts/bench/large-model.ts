/** Prints a seed for the local Azure DevOps: one model of 1,000 elements, 5,000 threats and 10,000 treatments. */
import { MemoryBacklog } from '../../src/adapters/memory/memory-backlog';
import { MemoryDocuments } from '../../src/adapters/memory/memory-documents';
import { createApp } from '../../src/app/app';
import type { Boundary, Diagram, Element, Flow } from '../../src/core/model/diagram-parts';
import { boundaryId, diagramId, elementId, flowId, mint } from '../../src/core/model/ids';
import type { Model } from '../../src/core/model/model';
import type { Rectangle } from '../../src/core/model/parts';
import { impactLevels, probabilityLevels } from '../../src/core/model/threat';
import { byWorkItemCollection } from '../../src/core/store/by-work-item';
import { indexCollection, modelCollection } from '../../src/core/store/collections';
import { aMitigation, aModel, aThreat, aTreatment, countingIds } from '../../tests/fixtures/sample-model';

const projectId = '7c1b9b52-3f0c-4e0a-9d55-5b1f0f2a6c10';
const size = { elements: 1000, flows: 1700, threats: 5000, mitigations: 500, treatments: 10_000 };
const newId = countingIds(1_000_000);
const from = <T>(list: readonly T[], at: number): T => {
  const found = list[at % list.length];
  if (found === undefined) throw new Error('There is nothing to take from.');
  return found;
};
const byId = <I, T extends { id: I }>(items: readonly T[]): ReadonlyMap<I, T> =>
  new Map(items.map((item) => [item.id, item]));
const origin = { kind: 'person' } as const;
const diagram: Diagram = { id: mint(diagramId, newId), origin, name: 'Everything' };

/** Five by five elements in each zone, eight zones in a row. */
function boxOf(n: number): Rectangle {
  const zone = Math.floor(n / 25);
  const x = (zone % 8) * 1300 + (n % 5) * 240;
  const y = Math.floor(zone / 8) * 900 + Math.floor((n % 25) / 5) * 160;
  return { x: x + 60, y: y + 80, width: 140, height: 80 };
}

const elements = Array.from({ length: size.elements }, (_, n): Element => {
  const kind = from(['process', 'store', 'external'] as const, n);
  const drawing = { diagram: diagram.id, box: boxOf(n) };
  return { id: mint(elementId, newId), origin, name: `Component ${n + 1}`, properties: {}, kind, drawing };
});
const zones = Array.from({ length: size.elements / 25 }, (_, n): Boundary => {
  const box = { x: (n % 8) * 1300 + 20, y: Math.floor(n / 8) * 900 + 30, width: 1240, height: 840 };
  const drawing = { shape: 'box', diagram: diagram.id, box } as const;
  return { id: mint(boundaryId, newId), origin, name: `Zone ${n + 1}`, properties: {}, drawing };
});
const centre = ({ x, y, width, height }: Rectangle) => ({ x: x + width / 2, y: y + height / 2 });
/** Mostly to neighbours, some to the next zone. */
const flows = Array.from({ length: size.flows }, (_, n): Flow => {
  const [a, b] = [n % size.elements, (n + (n % 7 === 0 ? 25 : 1 + (n % 3))) % size.elements];
  const [source, target] = [from(elements, a), from(elements, b)];
  const path = { from: centre(boxOf(a)), to: centre(boxOf(b)), via: [] };
  return {
    id: mint(flowId, newId),
    origin,
    name: `Flow ${n + 1}`,
    properties: {},
    source: source.id,
    target: target.id,
    drawing: { diagram: diagram.id, path },
  };
});

function largeModel(): Model {
  const threats = Array.from({ length: size.threats }, (_, n) =>
    aThreat(n + 1, {
      title: `What goes wrong ${n + 1}`,
      description: 'Somebody who should not reads, changes or stops what passes here, and nobody sees it.',
      place: { kind: 'element', id: from(elements, n).id },
      probability_: from(probabilityLevels, n * 3),
      impact_: from(impactLevels, n * 7 + 1),
    }),
  );
  const mitigations = Array.from({ length: size.mitigations }, (_, n) =>
    aMitigation(n + 1, { kind: from(['open', 'approved', 'implemented', 'existing'] as const, n) }),
  );
  const treatments = Array.from({ length: size.treatments }, (_, n) =>
    aTreatment(n + 1, {
      threat: (n % size.threats) + 1,
      mitigation: ((n * 7 + Math.floor(n / size.threats)) % size.mitigations) + 1,
      strength: from(['weak', 'average', 'strong'] as const, n),
    }),
  );
  return {
    ...aModel({ threats, mitigations, treatments }),
    diagram: byId([diagram]),
    element: byId(elements),
    boundary: byId(zones),
    flow: byId(flows),
  };
}

async function print(): Promise<void> {
  const documents = new MemoryDocuments();
  const clock = { now: () => '2026-01-05T10:00:00.000Z' };
  const ports = { documents, backlog: new MemoryBacklog(projectId), clock, newId };
  const model = largeModel();
  await createApp(ports, { projectId, hubId: 'without.without.hub' }).createModel(model);
  const names = [
    indexCollection(projectId),
    modelCollection(projectId, model.info.id),
    byWorkItemCollection(projectId),
  ];
  const collections = names.map(async (collection) => {
    const stored = await documents.list(collection);
    return { collection, documents: stored.map(({ __etag, ...document }) => document) };
  });
  const seed = { areas: [], iterations: [], workItems: [], documents: await Promise.all(collections) };
  process.stdout.write(JSON.stringify({ model: model.info.id, seed }));
}

void print();
