import { countingIds, exampleModel } from '../../../tests/kb/example-model';
import { samplePackage } from '../../../tests/fixtures/sample-knowledge';
import { applyEdit } from '../model/edit';
import { addThreat } from '../model/edits/build';
import { setMitigationStatus, setTreatmentStatus } from '../model/edits/judge';
import type { Model } from '../model/model';
import { indexModel } from '../model/model-index';
import { KnowledgeEngine } from './knowledge-engine';
import { proposeMitigations } from './propose-mitigations';
import { readPackage } from './read-package';
import { suggestExisting } from './suggest-existing';
import { takeProposal } from './take-proposal';

function packageWith(change: object) {
  const file = samplePackage((copy) => {
    for (const each of copy.mitigations) if (each.id === 'tls') Object.assign(each, change);
  });
  const reading = readPackage(file);
  if (reading.kind !== 'package') throw new Error(JSON.stringify(reading.problems));
  return reading.package;
}
const encrypted = { satisfiedWhen: { prop: 'encrypted', on: 'flow', eq: 'yes' } };

/** Two flows, one encrypted, each with a threat that the mitigation "tls" treats. */
function shop(known: ReturnType<typeof packageWith>): Model {
  const newId = countingIds();
  let model = exampleModel(
    {
      elements: [
        { name: 'Client', kind: 'external' },
        { name: 'Orders', kind: 'process' },
      ],
      flows: [
        { name: 'Open', source: 'Client', target: 'Orders', properties: { isEncrypted: 'false' } },
        { name: 'Closed', source: 'Client', target: 'Orders', properties: { isEncrypted: 'true' } },
      ],
    },
    newId,
  );
  for (const { id } of model.flow.values()) {
    const draft = {
      title: 'Sniffing on the wire',
      description: '',
      stride: ['information-disclosure'] as const,
      place: { kind: 'flow', id } as const,
      probability: 'likely' as const,
      impact: 'major' as const,
    };
    const edit = addThreat(draft, newId);
    model = applyEdit(model, edit);
    const proposal = proposeMitigations([known], model, edit.added).find((p) => p.mitigation.id === 'tls');
    if (!proposal) throw new Error('It is proposed.');
    model = applyEdit(model, takeProposal(model, { proposal, threat: edit.added.id, newId }));
  }
  return model;
}
const suggest = (known: ReturnType<typeof packageWith>, model: Model) =>
  suggestExisting(new KnowledgeEngine([known], model), indexModel(model));

test('only the places where the drawing says so, with the fact', () => {
  const known = packageWith(encrypted);
  const model = shop(known);
  const closed = [...model.treatment.keys()][1];
  expect(suggest(known, model)).toEqual([
    expect.objectContaining({ treatments: [closed], because: [expect.stringMatching(/encrypted/i)] }),
  ]);
});

test('a place that is decided is left alone, and so is a mitigation that exists anyhow', () => {
  const known = packageWith(encrypted);
  const model = shop(known);
  const [id] = model.mitigation.keys();
  if (!id) throw new Error('The model has a mitigation.');
  const all = [...model.treatment.keys()];
  const refused = applyEdit(model, setTreatmentStatus(model, all, { kind: 'rejected', reason: 'x' }));
  expect(suggest(known, refused)).toEqual([]);
  const existing = applyEdit(model, setMitigationStatus(model, [id], { kind: 'existing' }));
  expect(suggest(known, existing)).toEqual([]);
});

test('an entry that says nothing suggests nothing', () => {
  const known = packageWith({});
  expect(suggest(known, shop(known))).toEqual([]);
});

test('a status that the package gives to everybody comes with the copy', () => {
  const known = packageWith({ status: { kind: 'existing' } });
  const [mitigation] = shop(known).mitigation.values();
  expect(mitigation).toMatchObject({ status: { kind: 'open' }, given: { kind: 'existing' } });
});

test('a status that is none of ours is refused with its place', () => {
  const file = samplePackage((copy) =>
    Object.assign(copy.mitigations[0] ?? {}, { status: { kind: 'done' } }),
  );
  const reading = readPackage(file);
  expect(reading.kind === 'refused' && reading.problems.map(({ place }) => place)).toEqual([
    expect.stringContaining('status'),
  ]);
});
