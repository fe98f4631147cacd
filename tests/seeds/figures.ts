/**
 * The situations of Figures 1 and 2 of Microsoft's paper, as a seed: five stories, four threats, and a planned story
 * whose mitigations are not planned with it. The JSON beside this file is made from here, and a test compares.
 */
import { MemoryBacklog } from '../../src/adapters/memory/memory-backlog';
import { MemoryDocuments } from '../../src/adapters/memory/memory-documents';
import { findClauses } from '../../src/core/clauses/find-clauses';
import { createApp } from '../../src/app/app';
import { indexModel } from '../../src/core/model/model-index';
import type { Clause } from '../../src/core/model/mitigation';
import { diagramId, elementId, flowId, mint } from '../../src/core/model/ids';
import type { Element, Flow } from '../../src/core/model/diagram-parts';
import type { Mitigation } from '../../src/core/model/mitigation';
import type { Model } from '../../src/core/model/model';
import type { Threat } from '../../src/core/model/threat';
import { byWorkItemCollection } from '../../src/core/store/by-work-item';
import { indexCollection, modelCollection } from '../../src/core/store/collections';
import { identityUrl, mitigationTag } from '../../src/core/sync/identity';
import { taskSection } from '../../src/core/sync/task-text';
import type { SeedFile, SeedWorkItem } from '../../src/host/seeds/seed-file';
import { aClause, aMitigation, aModel, aRealisation, aStoryLink, aThreat, aTreatment, countingIds } from '../fixtures/sample-model';

/** The project of the local Azure DevOps. */
const projectId = '7c1b9b52-3f0c-4e0a-9d55-5b1f0f2a6c10';
const hub = 'http://127.0.0.1:8080/local/Shop/_apps/hub/without.without.hub';
/** Work item numbers follow the order of the seed. */
const task = 6;

const ids = countingIds(0x100);
const diagram = mint(diagramId, ids);

function element(name: string, kind: Element['kind'], at: readonly [number, number]): Element {
  const box = { x: at[0], y: at[1], width: 120, height: 80 };
  return { id: mint(elementId, ids), origin: { kind: 'person' }, name, kind, properties: {}, drawing: { diagram, box } };
}

function flow(name: string, source: Element, target: Element): Flow {
  const middle = (e: Element) => ({ x: (e.drawing?.box.x ?? 0) + 60, y: (e.drawing?.box.y ?? 0) + 40 });
  const path = { from: middle(source), to: middle(target), via: [] };
  return { id: mint(flowId, ids), origin: { kind: 'person' }, name, source: source.id, target: target.id, properties: {}, drawing: { diagram, path } };
}

const shopper = element('Shopper', 'external', [40, 160]);
const shop = element('Web shop', 'process', [300, 160]);
const accounts = element('Customer accounts', 'store', [560, 60]);
const backups = element('Nightly backups', 'store', [560, 280]);
const pays = flow('Card details', shopper, shop);
const signsIn = flow('Sign-in', shopper, shop);
const reads = flow('Orders and addresses', shop, accounts);

const threat = (n: number, change: Partial<Threat>): Threat => aThreat(n, { ...change, origin: { kind: 'person' } });

const threats = [
  threat(1, {
    title: 'Card data is stolen on its way to the payment service',
    description: 'A script that an attacker brought into the payment page copies card numbers while they are typed.',
    stride: ['information-disclosure'],
    place: { kind: 'flow', id: pays.id },
    impact: { level: 'severe', basis: 'judged' },
  }),
  threat(2, {
    title: 'A signed-in attacker acts on the orders and addresses of other customers',
    description: 'Numbers of orders and addresses are counted up in requests, and the shop does not ask whose they are.',
    stride: ['tampering', 'information-disclosure'],
    place: { kind: 'flow', id: reads.id },
  }),
  threat(3, {
    title: 'Passwords are guessed with lists from other breaches',
    description: 'Programs try known pairs of mail address and password until an account opens.',
    stride: ['spoofing'],
    place: { kind: 'flow', id: signsIn.id },
  }),
  threat(4, {
    title: 'A copy of the nightly backup is read outside the company',
    description: 'Backups lie unencrypted in a storage account that more people reach than the database.',
    stride: ['information-disclosure'],
    place: { kind: 'element', id: backups.id },
    probability: { level: 'unlikely', basis: 'judged' },
  }),
];

const mitigation = (n: number, text: Omit<Mitigation, 'id' | 'origin'>): Mitigation => ({ ...aMitigation(n), ...text });

const mitigations = [
  mitigation(1, {
    title: 'Let the payment service take the card number in its own frame',
    implement: 'Embed the payment service’s hosted fields. The shop only ever sees the token that comes back.',
    verify: 'Pay with a test card and search logs, database and traffic of the shop for its number: nothing is found.',
    status: { kind: 'approved' },
  }),
  mitigation(2, {
    title: 'Allow only scripts of known origin on the payment page',
    implement: 'Send a Content-Security-Policy with a nonce for the payment page, and report violations.',
    verify: 'A script tag without the nonce is not run, and the report arrives.',
    status: { kind: 'approved' },
  }),
  mitigation(3, {
    title: 'Check the owner of every order and address on the server',
    implement: 'Look orders and addresses up by customer and number together, never by number alone.',
    verify: 'A request with another customer’s order number answers 404, for every route of the API.',
    status: { kind: 'proposed' },
  }),
  mitigation(4, {
    title: 'Slow down repeated sign-in failures',
    implement: 'Count failures per account and per address; ask for a second factor from the fifth on.',
    verify: 'The sixth wrong password within a minute asks for the second factor.',
    status: { kind: 'existing' },
  }),
  mitigation(5, {
    title: 'Encrypt backups with a key that the backup service cannot read',
    implement: 'Wrap the backup key with one from the key vault, to which only the restore job has access.',
    verify: 'A restored copy without access to the key vault stays unreadable.',
    status: { kind: 'open' },
  }),
];

/** A clause of a story as a link keeps it, its first where not said otherwise. Story n is the n-th of the seed. */
function clauseOf(n: number, at = 0): Clause {
  const story = stories[n - 1];
  const formats = { description: 'html', acceptanceCriteria: 'html' } as const;
  const found = findClauses({
    title: story?.title ?? '',
    description: story?.description ?? '',
    acceptanceCriteria: story?.acceptanceCriteria ?? '',
    formats,
  }).filter((each) => each.kind === 'explicit')[at];
  if (!found) throw new Error(`Story ${n} of the figures has no such clause.`);
  return aClause(n + at * 5, n, { field: found.field, hash: found.hash, ordinal: found.ordinal });
}

function model(): Model {
  const base = aModel({
    threats,
    mitigations,
    treatments: [
      aTreatment(1, { threat: 1, mitigation: 1, strength: 'strong' }),
      aTreatment(2, { threat: 1, mitigation: 2, strength: 'average' }),
      aTreatment(3, { threat: 2, mitigation: 3, strength: 'strong' }),
      aTreatment(4, { threat: 3, mitigation: 4, strength: 'average' }),
      aTreatment(5, { threat: 4, mitigation: 5, strength: 'strong' }),
    ],
    realisations: [aRealisation(1, 1, task)],
    // Figure 1: A - story 1; B - stories 2, 3 and 1; C - story 4 by both its clauses; D - none; story 5 has a clause and no threat.
    clauses: [clauseOf(1), clauseOf(2), clauseOf(4), clauseOf(4, 1)],
    links: [
      aStoryLink(1, 1, 1, clauseOf(1)),
      aStoryLink(2, 2, 2, clauseOf(2)),
      aStoryLink(3, 2, 3),
      aStoryLink(4, 2, 1),
      aStoryLink(5, 3, 4, clauseOf(4)),
      aStoryLink(6, 3, 4, clauseOf(4, 1)),
    ],
  });
  return {
    ...base,
    info: { ...base.info, name: 'Web shop', description: 'The shop of Figures 1 and 2' },
    diagram: new Map([[diagram, { id: diagram, origin: { kind: 'person' }, name: 'Shop' }]]),
    element: new Map([shopper, shop, accounts, backups].map((each) => [each.id, each])),
    flow: new Map([pays, signsIn, reads].map((each) => [each.id, each])),
  };
}

const stories: readonly SeedWorkItem[] = [
  {
    key: 'story-1',
    kind: 'requirement',
    title: 'Pay by card',
    description:
      '<p>As a shopper I want to pay by card so that I can buy at once, <b>WITHOUT</b> having my card data stolen.</p>',
    acceptanceCriteria: '<ul><li>Visa and Mastercard are accepted.</li><li>A refused card says so in one sentence.</li></ul>',
    category: 'InProgress',
    iteration: 'Sprint 2',
    points: 8,
  },
  {
    key: 'story-2',
    kind: 'requirement',
    title: 'Change my delivery address',
    description:
      '<p>As a customer I want to change my delivery address so that parcels find me after I moved, WITHOUT anybody else redirecting them.</p>',
    acceptanceCriteria: '<ul><li>Orders that are packed keep the old address.</li></ul>',
    category: 'Proposed',
    points: 3,
  },
  {
    key: 'story-3',
    kind: 'requirement',
    title: 'See my past orders',
    description: '<p>As a customer I want to see my past orders so that I can order the same again.</p>',
    acceptanceCriteria: '<ul><li>The newest order comes first.</li></ul>',
    category: 'Proposed',
    points: 5,
  },
  {
    key: 'story-4',
    kind: 'requirement',
    title: 'Sign in with a password',
    description:
      '<p>As a customer I want to sign in with a password so that I need not type my address again, WITHOUT somebody else getting into my account.</p><p>WITHOUT being locked out by other people’s attempts.</p>',
    acceptanceCriteria: '<ul><li>A wrong password does not say whether the account exists.</li></ul>',
    category: 'Proposed',
    points: 5,
  },
  {
    key: 'story-5',
    kind: 'requirement',
    title: 'Help a customer on the phone',
    description:
      '<p>As a support agent I want to open a customer’s orders so that I can help on the phone, WITHOUT seeing the card number.</p>',
    acceptanceCriteria: '<ul><li>The order shows its parcels and their state.</li></ul>',
    category: 'Proposed',
    points: 3,
  },
];

function tasks(given: Model): readonly SeedWorkItem[] {
  const realisation = aRealisation(1, 1, task);
  const first = mitigations[0];
  if (!first) throw new Error('The figures need a mitigation.');
  const url = identityUrl(hub, { model: given.info.id, mitigation: realisation.mitigation, realisation: realisation.id });
  return [
    {
      key: 'task-mitigation',
      kind: 'task',
      title: first.title,
      description: taskSection(given, indexModel(given), { mitigation: first, url }).html(),
      // Figure 2: the story is planned, the mitigation that makes its WITHOUT true is not in the sprint.
      category: 'Proposed',
      parent: 'story-1',
      tags: [mitigationTag],
      hyperlinks: [url],
    },
    { key: 'task-form', kind: 'task', title: 'Build the payment form', category: 'InProgress', iteration: 'Sprint 2', parent: 'story-1' },
  ];
}

/** The seed with the model as opaque documents, exactly as the product stores them. */
export async function figuresSeed(): Promise<SeedFile> {
  const documents = new MemoryDocuments();
  const clock = { now: () => '2026-01-05T10:00:00.000Z' };
  const ports = { documents, backlog: new MemoryBacklog(projectId), clock, newId: countingIds() };
  const given = model();
  await createApp(ports, { projectId, hubId: 'without.without.hub' }).createModel(given);
  const collections = [
    indexCollection(projectId),
    modelCollection(projectId, given.info.id),
    byWorkItemCollection(projectId),
  ];
  const groups = collections.map(async (collection) => {
    const stored = await documents.list(collection);
    return { collection, documents: stored.map(({ __etag, ...document }) => document) };
  });
  return {
    team: { name: 'Shop Team' },
    users: [
      { displayName: 'Olivia Owner', uniqueName: 'olivia@shop.example', role: 'Product owner' },
      { displayName: 'Sam Security', uniqueName: 'sam@shop.example', role: 'Security champion' },
      { displayName: 'Dana Developer', uniqueName: 'dana@shop.example', role: 'Developer' },
      { displayName: 'Rita Reader', uniqueName: 'rita@shop.example', role: 'Reader' },
    ],
    areas: [],
    iterations: [
      { name: 'Sprint 1', startDay: -17, finishDay: -4 },
      { name: 'Sprint 2', startDay: -3, finishDay: 10 },
      { name: 'Sprint 3', startDay: 11, finishDay: 24 },
    ],
    workItems: [...stories, ...tasks(given)],
    documents: await Promise.all(groups),
  };
}
