import { samplePackage } from '../../../tests/fixtures/sample-knowledge';
import { aMitigation, aModel, aThreat, aTreatment, countingIds } from '../../../tests/fixtures/sample-model';
import type { SecurityEvent } from '../model/event';
import { applyEdit } from '../model/edit';
import type { Model } from '../model/model';
import type { Threat } from '../model/threat';
import { originOf } from './mitigation-key';
import type { KnowledgeMitigation, KnowledgePackage } from './package';
import { proposeEvents, takeEvents } from './propose-events';
import { readPackage } from './read-package';

const event = (id: string) => ({
  id,
  name: `Event ${id}`,
  source: 'application',
  raisedWhen: 'Something was refused.',
  fields: [{ name: 'userId' }],
  threshold: { kind: 'each' },
  severity: 'low',
  ...(id === 'shared' ? { falsePositives: ['A test'] } : {}),
  maps: { attack: ['T1110', 'not a technique'] },
});

/** The first threat has two events, the second shares one of them; the first mitigation reports a third. */
function known(): KnowledgePackage {
  const reading = readPackage(
    samplePackage((file) => {
      Object.assign(file, { events: ['first', 'shared', 'reported', 'unused'].map(event) });
      Object.assign(file.threats[0] ?? {}, { events: ['first', 'shared'] });
      Object.assign(file.threats[1] ?? {}, { events: ['shared'] });
      Object.assign(file.mitigations[0] ?? {}, { events: ['reported'] });
    }),
  );
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.problems));
  return reading.package;
}
const packages = [known()];

function entry(at: number) {
  const found = packages[0]?.threats[at];
  if (!found) throw new Error('no such threat');
  return found;
}
const fromRule = (at: number): Partial<Threat> => {
  const { package: from, version, id, hash } = entry(at);
  return { origin: { kind: 'rule', package: from, version, entry: id, hash, key: `k${at}`, written: {} } };
};
function reporting(): KnowledgeMitigation {
  const found = packages[0]?.mitigations.find(({ events }) => events.length > 0);
  if (!found) throw new Error('no reporting mitigation');
  return found;
}

const taken = (model: Model, choice?: SecurityEvent['choice']): Model =>
  applyEdit(
    model,
    takeEvents(proposeEvents(model, packages), {
      newId: countingIds(1000 + model.event.size),
      ...(choice ? { choice } : {}),
    }),
  );
const idsOf = (model: Model) =>
  proposeEvents(model, packages).map(({ event: { id }, threats }) => [id, threats.length]);

test('the events of the threats that rules made, those of most threats first', () => {
  const model = aModel({ threats: [aThreat(1, fromRule(0)), aThreat(2, fromRule(1))] });
  expect(idsOf(model)).toEqual([
    ['shared', 2],
    ['first', 1],
  ]);
});

const sniffed: Partial<Threat> = {
  title: 'Sniffing on the wire (CWE-319)',
  stride: ['information-disclosure'],
};

test('a threat of a person gets those of the entry that is surely like it, or none', () => {
  const like = aModel({ threats: [aThreat(1, sniffed)] });
  expect(idsOf(like)).toContainEqual(['first', 1]);
  expect(idsOf(aModel({ threats: [aThreat(1, { title: 'The data center burns down' })] }))).toEqual([]);
});

test('a mitigation that reports brings its event to the threats that it treats', () => {
  const model = aModel({
    threats: [aThreat(1, { title: 'Something else entirely' })],
    mitigations: [{ ...aMitigation(1), origin: originOf(reporting()) }],
    treatments: [aTreatment(1, { threat: 1, mitigation: 1 })],
  });
  expect(idsOf(model)).toEqual([['reported', 1]]);
});

test('taken once they are not proposed again, and a second taking changes nothing', () => {
  const model = taken(aModel({ threats: [aThreat(1, fromRule(0)), aThreat(2, fromRule(1))] }));
  expect([...model.event.values()].map(({ title, choice, attack }) => [title, choice, attack])).toEqual([
    ['Event shared', 'proposed', ['T1110']],
    ['Event first', 'proposed', ['T1110']],
  ]);
  expect([...model.event.values()].map(({ falsePositives }) => falsePositives)).toEqual([
    ['A test'],
    undefined,
  ]);
  expect(proposeEvents(model, packages)).toEqual([]);
  expect(takeEvents(proposeEvents(model, packages), { newId: countingIds() })).toEqual({
    label: 'Take proposed events',
  });
});

test('a later threat joins the copy that is there; what the team wrote into it stays', () => {
  const first = taken(aModel({ threats: [aThreat(1, fromRule(1))] }), 'selected');
  const [copy] = first.event.values();
  if (!copy) throw new Error('no event was taken');
  const edited = { ...copy, title: 'Our own words' };
  const grown: Model = {
    ...first,
    event: new Map([[copy.id, edited]]),
    threat: new Map([aThreat(1, fromRule(1)), aThreat(2, fromRule(0))].map((each) => [each.id, each])),
  };
  const after = taken(grown);
  expect(after.event.get(copy.id)).toEqual({ ...edited, threats: [aThreat(1).id, aThreat(2).id] });
  expect(after.event.size).toBe(2);
});

test('what somebody declined is not proposed again', () => {
  const model = taken(aModel({ threats: [aThreat(1, fromRule(1))] }), 'declined');
  const again = { ...model, threat: new Map([[aThreat(2).id, aThreat(2, fromRule(1))]]) };
  expect(proposeEvents(again, packages)).toEqual([]);
});
