import { countingIds, exampleModel } from '../../../tests/kb/example-model';
import { samplePackage } from '../../../tests/fixtures/sample-knowledge';
import { applyEdit, invertEdit } from '../model/edit';
import { addMitigation, addThreat } from '../model/edits/build';
import type { Model } from '../model/model';
import type { Place, Threat } from '../model/threat';
import { fillPlaceholders } from './fill-placeholders';
import { matchThreat } from './match-threat';
import { proposeMitigations, proposeThreatClause } from './propose-mitigations';
import type { Proposal } from './propose-mitigations';
import { readPackage } from './read-package';
import { takeProposal } from './take-proposal';

const reading = readPackage(samplePackage());
if (reading.kind !== 'package') throw new Error(JSON.stringify(reading.problems));
const known = reading.package;

const newId = countingIds();
const drawn = exampleModel(
  {
    elements: [
      { name: 'Client', kind: 'external' },
      { name: 'Orders', kind: 'process', type: 'SE.P.WebAPI', properties: { Rows: '200' } },
      { name: 'Jobs', kind: 'process' },
    ],
    flows: [
      { name: 'Order', source: 'Client', target: 'Orders', properties: { isEncrypted: 'false' } },
      { name: '', source: 'Orders', target: 'Jobs', type: 'https', properties: { isEncrypted: 'false' } },
    ],
  },
  newId,
);
const [orderFlow] = drawn.flow.keys();
if (!orderFlow) throw new Error('The model has flows.');
const onFlow: Place = { kind: 'flow', id: orderFlow };

function withThreat(title: string, place: Place = onFlow): { model: Model; threat: Threat } {
  const stride = ['information-disclosure'] as const;
  const draft = { title, description: '', stride, place, probability: 'likely', impact: 'major' } as const;
  const edit = addThreat(draft, newId);
  return { model: applyEdit(drawn, edit), threat: edit.added };
}
const { model, threat } = withThreat('Sniffing on the wire');
const propose = (on: Model = model) => proposeMitigations([known], on, threat);
const ids = (proposals: readonly Proposal[]) => proposals.map(({ mitigation }) => mitigation.id);
function take(on: Model, id: string): Model {
  const proposal = propose(on).find(({ mitigation }) => mitigation.id === id);
  if (!proposal) throw new Error(`${id} is not proposed.`);
  return applyEdit(on, takeProposal(on, { proposal, threat: threat.id, newId }));
}

test('types and values are known by the names of other tools; what a type fixes wins', () => {
  const places = (at: number) => {
    const entry = known.threats[at];
    return entry ? matchThreat(known, entry, drawn) : [];
  };
  expect(places(0)).toEqual([{ place: onFlow, answer: 'yes' }]);
  expect(places(1).map(({ place }) => fillPlaceholders('{element.name}', drawn, place))).toEqual(['Orders']);
});

describe('proposals', () => {
  test('come strongest first, with the reason and why they fit', () => {
    expect(ids(propose())).toEqual(['tls', 'vpn', 'watch', 'pinning']);
    expect(propose()[0]).toMatchObject({ strength: 'strong', reason: 'A recording is worthless.' });
    expect(propose()[0]?.because).toEqual([
      { kind: 'words', words: ['sniffing', 'wire'] },
      { kind: 'stride', categories: ['information-disclosure'] },
      { kind: 'rule', answer: 'yes' },
    ]);
  });

  test('leave out what treats the threat, and its alternatives', () => {
    expect(ids(propose(take(model, 'tls')))).toEqual(['watch', 'pinning']);
    expect(ids(propose(take(model, 'vpn')))).toEqual(['watch', 'pinning']);
    expect(ids(propose(take(model, 'watch')))).toEqual(['tls', 'vpn', 'pinning']);
  });

  test('leave out what somebody wrote by hand under the same title, for this threat only', () => {
    const draft = { title: ' watch the WIRE', implement: '', verify: '' };
    const own = (threats: Threat['id'][]) =>
      applyEdit(model, addMitigation(model, { draft, threats, newId }));
    expect(ids(propose(own([threat.id])))).not.toContain('watch');
    expect(ids(propose(own([])))).toContain('watch');
  });

  test('name what they need, until the model has it', () => {
    const needs = (on: Model) =>
      propose(on)
        .find(({ mitigation }) => mitigation.id === 'pinning')
        ?.requires.map(({ id }) => id);
    expect(needs(model)).toEqual(['tls']);
    expect(needs(take(model, 'tls'))).toEqual([]);
  });

  test('are none without packages, and none for another subject', () => {
    expect(proposeMitigations([], model, threat)).toEqual([]);
    const other = withThreat('The moon falls down');
    expect(proposeMitigations([known], other.model, other.threat)).toEqual([]);
  });

  test('follow a threat that was made from an entry, whatever it is called now', () => {
    const { model: next, threat: plain } = withThreat('Renamed');
    const made: Threat = {
      ...plain,
      origin: { kind: 'import', format: 'kb', key: 'test.shop:table-emptied@1.0.0' },
    };
    expect(ids(proposeMitigations([known], next, made))).toEqual(['watch']);
  });
});

describe('taking a proposal', () => {
  const taken = take(model, 'tls');
  const [mitigation] = taken.mitigation.values();
  const [treatment] = taken.treatment.values();

  test('copies the texts and says where they come from', () => {
    expect(mitigation).toMatchObject({
      origin: { kind: 'import', format: 'kb', key: 'test.shop:tls@1.2.0' },
      title: 'Encrypt the wire',
      implement: 'All of it.\n\nTurn it on.',
      verify: '- Listen.\n- Connect plainly.\n\nAccepted when:\n- Plain connections are refused',
      controlType: 'preventive',
      status: { kind: 'open' },
    });
  });

  test('assumes the strength of the knowledge base, with its reason', () => {
    expect(treatment).toMatchObject({
      threat: threat.id,
      mitigation: mitigation?.id,
      strength: { level: 'strong', basis: 'assumed', reason: 'A recording is worthless.' },
    });
  });

  test('is one edit: its inverse brings back the model', () => {
    const [proposal] = propose();
    if (!proposal) throw new Error('Something is proposed.');
    const edit = takeProposal(model, { proposal, threat: threat.id, newId });
    expect(applyEdit(applyEdit(model, edit), invertEdit(model, edit))).toEqual(model);
  });

  test('uses the copy that is there, of whichever version, and treats once', () => {
    const [proposal] = propose();
    if (!proposal) throw new Error('Something is proposed.');
    const second = addThreat({ ...threat, probability: 'rare', impact: 'minor' }, newId);
    const older = new Map(
      [...taken.mitigation].map(([id, each]) => [
        id,
        { ...each, origin: { kind: 'import' as const, format: 'kb', key: 'test.shop:tls@0.9.0' } },
      ]),
    );
    const before = applyEdit({ ...taken, mitigation: older }, second);
    const after = applyEdit(before, takeProposal(before, { proposal, threat: second.added.id, newId }));
    expect([after.mitigation.size, after.treatment.size]).toEqual([1, 2]);
    const again = applyEdit(after, takeProposal(after, { proposal, threat: second.added.id, newId }));
    expect(again.treatment.size).toBe(2);
  });
});

test('the clause of the best entry, where it is sure', () => {
  expect(proposeThreatClause([known], threat)).toBe('WITHOUT others reading what I send to {target.name}');
  expect(proposeThreatClause([known], withThreat('Something else').threat)).toBeUndefined();
});

test.each<[string, Place, string]>([
  ['a flow', onFlow, 'Client sends Order to Orders; Orders'],
  ['the model', { kind: 'model' }, 'the sender sends the data flow to The whole model; The whole model'],
])('placeholders are filled at %s', (_, place, expected) => {
  const text = '{source.name} sends {flow} to {target.name}; {element.name}';
  expect(fillPlaceholders(text, drawn, place)).toBe(expected);
});
