import { aModel, countingIds } from '../../../../tests/fixtures/sample-model';
import { applyEdit, invertEdit } from '../edit';
import { removeIncident, saveIncident, setIncidentState } from './incidents';

const draft = {
  title: ' Orders were counted up ',
  at: '2026-02-01T10:00:00.000Z',
  source: 'sentinel',
  alert: 'sentinel:17',
  events: [],
  threats: [],
  workItems: [7],
  found: ' The route does not ask. ',
} as const;
const given = { ...draft, events: [], threats: [], workItems: [7] };

test('an incident is saved once for an alert, and its state stays', () => {
  const model = aModel({});
  const first = saveIncident(model, given, countingIds());
  const once = applyEdit(model, first);
  expect([...once.incident.values()]).toEqual([
    {
      ...given,
      id: first.saved.id,
      title: 'Orders were counted up',
      found: 'The route does not ask.',
      state: 'open',
    },
  ]);
  const closed = applyEdit(once, setIncidentState(once, first.saved.id, 'closed'));
  const again = applyEdit(closed, saveIncident(closed, { ...given, lesson: ' Ask. ' }, countingIds(99)));
  expect([...again.incident.values()]).toMatchObject([
    { id: first.saved.id, state: 'closed', lesson: 'Ask.' },
  ]);
});

test('an empty lesson is none, and a deleted incident comes back by undo', () => {
  const model = aModel({});
  const edit = saveIncident(model, { ...given, lesson: '  ' }, countingIds());
  expect('lesson' in edit.saved).toBe(false);
  const saved = applyEdit(model, edit);
  const gone = removeIncident(edit.saved.id);
  expect(applyEdit(saved, gone).incident.size).toBe(0);
  expect(applyEdit(applyEdit(saved, gone), invertEdit(saved, gone))).toEqual(saved);
});
