import * as v from 'valibot';
import {
  aMitigation,
  aModel,
  aThreat,
  countingIds,
  threatNumber,
} from '../../../../tests/fixtures/sample-model';
import { applyEdit } from '../edit';
import { event } from '../event';
import type { SecurityEvent } from '../event';
import type { Model } from '../model';
import {
  addEvent,
  chooseEvents,
  eventsOfMitigation,
  implementEvents,
  missingEventKey,
  raiseEventBy,
  removeEvents,
  rewriteEvent,
  unwaiveEvent,
  waiveEvent,
  waiversOf,
} from './events';

const texts = {
  threats: [threatNumber(1)],
  title: 'Refused requests',
  source: 'application',
  raisedWhen: 'A request is refused.',
  logName: 'authz_fail',
  level: 'critical',
  severity: 'high',
  fields: [],
  threshold: { kind: 'each' },
  meaning: '',
  firstResponse: [],
  automaticResponse: [],
  attack: [],
  choice: 'selected',
} as const;
const parse = (change: object = {}): SecurityEvent =>
  v.parse(event, {
    ...texts,
    id: '0000000e-0000-4000-8000-000000000001',
    origin: { kind: 'person' },
    ...change,
  });
const typed = (): Parameters<typeof addEvent>[0] => {
  const { id: _id, origin: _origin, ...rest } = parse();
  return rest;
};
const holding = (events: readonly SecurityEvent[]): Model => ({
  ...aModel({ threats: [aThreat(1)], mitigations: [aMitigation(1)] }),
  event: new Map(events.map((each) => [each.id, each])),
});

test('an event by hand', () => {
  const edit = addEvent(typed(), countingIds());
  expect(applyEdit(holding([]), edit).event.get(edit.added.id)).toEqual({
    ...typed(),
    id: edit.added.id,
    origin: { kind: 'person' },
  });
});

test('rewriting keeps where it comes from and what raises it', () => {
  const mitigation = aMitigation(1).id;
  const before = parse({ origin: { kind: 'import', format: 'x', key: 'y' }, mitigation });
  const after = applyEdit(
    holding([before]),
    rewriteEvent(holding([before]), before.id, { ...typed(), title: 'New' }),
  );
  expect(after.event.get(before.id)).toEqual({ ...before, title: 'New' });
});

test('a choice touches only those that it changes', () => {
  const [one, two] = [parse(), parse({ id: '0000000e-0000-4000-8000-000000000002', choice: 'proposed' })];
  const edit = chooseEvents(holding([one, two]), [one.id, two.id], 'selected');
  expect(edit.event?.put).toEqual([{ ...two, choice: 'selected' }]);
});

test('deleting leaves the others', () => {
  const [one, two] = [parse(), parse({ id: '0000000e-0000-4000-8000-000000000002' })];
  expect([...applyEdit(holding([one, two]), removeEvents([one.id])).event.keys()]).toEqual([two.id]);
});

test('a waiver has a name and a reason, ends by its date, and can be taken back', () => {
  const model = holding([]);
  const at = '2026-01-01T00:00:00.000Z';
  const waived = applyEdit(
    model,
    waiveEvent(
      model,
      { threat: threatNumber(1), by: ' Sam ', reason: ' Seen by the bank. ', at },
      countingIds(),
    ),
  );
  const key = missingEventKey(model.info.id, threatNumber(1));
  expect(waiversOf(waived, key, at)).toMatchObject([{ by: 'Sam', reason: 'Seen by the bank.', at }]);
  const [one] = waiversOf(waived, key, at);
  const ended = applyEdit(waived, {
    label: '',
    dismissal: { put: one ? [{ ...one, until: '2026-02-01T00:00:00.000Z' }] : [] },
  });
  expect(waiversOf(ended, key, '2026-01-31T00:00:00.000Z')).toHaveLength(1);
  expect(waiversOf(ended, key, '2026-02-01T00:00:00.000Z')).toEqual([]);
  expect(applyEdit(waived, unwaiveEvent(waived, threatNumber(1))).dismissal.size).toBe(0);
});

test('the events of a mitigation, without the declined', () => {
  const mitigation = aMitigation(1).id;
  const first = parse({ mitigation, logName: 'b' });
  const second = parse({ mitigation, logName: 'a', id: '0000000e-0000-4000-8000-000000000002' });
  const declined = parse({ mitigation, choice: 'declined', id: '0000000e-0000-4000-8000-000000000003' });
  const others = parse({ id: '0000000e-0000-4000-8000-000000000004' });
  expect(eventsOfMitigation(holding([first, second, declined, others]), mitigation)).toEqual([second, first]);
});

describe('events become detective mitigations', () => {
  const platform = parse({ source: 'platform', id: '0000000e-0000-4000-8000-000000000002' });
  const proposed = parse({ choice: 'proposed', id: '0000000e-0000-4000-8000-000000000003' });
  const model = holding([parse(), platform, proposed]);
  const after = applyEdit(model, implementEvents(model, [...model.event.keys()], countingIds(0x100)));

  test('only selected ones of the application, each once, approved, with the threats of the event', () => {
    const made = [...after.mitigation.values()].filter(({ id }) => !model.mitigation.has(id));
    expect(made).toMatchObject([
      { title: 'Log authz_fail: Refused requests', controlType: 'detective', status: { kind: 'approved' } },
    ]);
    expect(after.event.get(parse().id)?.mitigation).toBe(made[0]?.id);
    expect([...after.treatment.values()]).toMatchObject([
      {
        threat: threatNumber(1),
        mitigation: made[0]?.id,
        strength: { level: 'negligible', basis: 'assumed' },
      },
    ]);
  });

  test('a second time nothing is made; a new threat of the event is treated as well', () => {
    const again = applyEdit(after, implementEvents(after, [parse().id], countingIds(0x200)));
    expect([again.mitigation.size, again.treatment.size]).toEqual([
      after.mitigation.size,
      after.treatment.size,
    ]);
    const event = after.event.get(parse().id) ?? parse();
    const wider = applyEdit(
      { ...after, threat: new Map([...after.threat, [threatNumber(2), aThreat(2)]]) },
      { label: '', event: { put: [{ ...event, threats: [threatNumber(1), threatNumber(2)] }] } },
    );
    const treated = applyEdit(wider, implementEvents(wider, [event.id], countingIds(0x300)));
    expect([...treated.treatment.values()].map(({ threat }) => threat)).toEqual([
      threatNumber(1),
      threatNumber(2),
    ]);
  });

  test('a mitigation that is there may raise it instead', () => {
    const raised = applyEdit(model, raiseEventBy(model, parse().id, aMitigation(1).id));
    expect(eventsOfMitigation(raised, aMitigation(1).id)).toHaveLength(1);
    const none = applyEdit(raised, raiseEventBy(raised, parse().id, undefined));
    expect(none.event.get(parse().id)).toEqual(parse());
  });
});
