/** Every entry that ships comes through its form unharmed: who opens and keeps it without a change changes nothing. */
import { readPackages } from '../../src/core/kb/read-packages';
import { emptyEvent, eventForm, eventOperations } from '../../src/contributions/knowledge-hub/event-form';
import type { EventForm } from '../../src/contributions/knowledge-hub/event-form';
import { textsIn } from '../../src/contributions/knowledge-hub/form-parts';
import { mitigationForm, mitigationOperations } from '../../src/contributions/knowledge-hub/mitigation-form';
import { questionForm, questionOperations } from '../../src/contributions/knowledge-hub/question-form';
import { threatForm, threatOperations } from '../../src/contributions/knowledge-hub/threat-form';
import { mergePatch } from '../../src/core/kb/merge-patch';
import type { Operation } from '../../src/core/kb/overlay-schema';
import type { KnowledgeEvent } from '../../src/core/kb/package';
import { built, entriesIn, folders, packageIn } from './knowledge-folders';

const unchanged = <Form>(before: Form) => ({ isNew: false, before, after: before, because: '' });
const json = (folder: string, part: 'threats' | 'mitigations' | 'events') =>
  entriesIn(folder, part).map(({ entry }) => entry);

test.each(folders)('%s: an untouched form says nothing', (folder) => {
  for (const entry of json(folder, 'threats'))
    expect(threatOperations('x', unchanged(threatForm(entry)))).toEqual([]);
  for (const entry of json(folder, 'mitigations'))
    expect(mitigationOperations('x', unchanged(mitigationForm(entry)))).toEqual([]);
  for (const entry of (built[folder]?.['questions'] ?? []) as readonly Record<string, unknown>[])
    expect(questionOperations('x', unchanged(questionForm(entry)))).toEqual([]);
});

const events = packageIn('monitoring').events;
const followers = new Map(events.map(({ id, logName }) => [logName, id]));
const files = new Map(json('monitoring', 'events').map((entry) => [String(entry['id']), entry]));
const formOf = (event: KnowledgeEvent) => eventForm(event, textsIn(files.get(event.id)?.['tags']));
/** The events as the product reads them in the package that has no others. */
function read(given: readonly Readonly<Record<string, unknown>>[]): readonly KnowledgeEvent[] {
  const [reading] = readPackages([{ ...built['monitoring'], events: given }]);
  if (reading?.kind !== 'package') throw new Error(JSON.stringify(reading?.problems));
  return reading.package.events;
}
/** Without what the form does not hold: names of other vocabularies. */
const said = ({ hash: _hash, maps, ...event }: KnowledgeEvent) => ({ ...event, attack: maps.attack });
const value = ([op]: readonly Operation[]) => (op?.op === 'add' ? op.value : {});

test('an event that is made from the form of one that ships is read as that one', () => {
  const made = events.map((event) => {
    const after = formOf(event);
    expect(eventOperations(event.id, unchanged(after), followers)).toEqual([]);
    const edited = { isNew: true, before: emptyEvent, after, because: '' };
    return value(eventOperations(event.id, edited, followers));
  });
  expect(read(made).map(said)).toEqual(events.map(said));
});

function eventOf(id: string): KnowledgeEvent {
  const found = events.find((each) => each.id === id);
  if (!found) throw new Error(`There is no event ${id}.`);
  return found;
}
const draft = (change: Partial<EventForm['draft']>) => (form: EventForm) => ({
  ...form,
  draft: { ...form.draft, ...change },
});
test.each<[string, string, (form: EventForm) => EventForm, object]>([
  ['another name', 'ai-action-unconfirmed', draft({ title: 'Nobody said yes' }), { name: 'Nobody said yes' }],
  ['its level', 'ai-action-unconfirmed', draft({ level: 'critical' }), { logLevel: 'CRITICAL' }],
  ['nothing by itself', 'ai-action-unconfirmed', draft({ automaticResponse: '' }), { response: { automatic: null } }], // prettier-ignore
  ['when it counts', 'ai-action-unconfirmed', draft({ kind: 'count', count: '3', windowLength: '1', windowUnit: 'H', groupBy: 'userId' }), { threshold: { kind: 'count', count: 3, window: 'PT1H', groupBy: ['userId'] } }], // prettier-ignore
  ['a field less', 'ai-action-unconfirmed', (form) => draft({ fields: form.draft.fields.slice(0, 1) })(form), { fields: [{ name: 'agentId' }] }], // prettier-ignore
  ['TOP', 'ai-action-unconfirmed', (form) => ({ ...form, top: true }), { top: true }],
  ['no tags', 'ai-action-unconfirmed', (form) => ({ ...form, tags: '' }), { tags: null }],
  ['what nobody can read', 'ai-action-unconfirmed', draft({ logName: 'not a name' }), {}],
])('a change of %s', (_, id, change, set) => {
  const before = formOf(eventOf(id));
  const edited = { isNew: false, before, after: change(before), because: 'May' };
  const operations = eventOperations(id, edited, followers);
  expect(operations).toEqual(
    Object.keys(set).length === 0 ? [] : [{ op: 'patch', type: 'event', id, set, because: 'May' }],
  );
});

test('what a patch of a counted event makes every time holds nothing of the counting', () => {
  const counted = events.find(({ threshold }) => threshold.kind === 'distinct');
  if (!counted) throw new Error('none counts');
  const before = formOf(counted);
  const [op] = eventOperations(counted.id, { isNew: false, before, after: draft({ kind: 'each' })(before), because: '' }, followers); // prettier-ignore
  if (op?.op !== 'patch') throw new Error('no patch');
  const patched = mergePatch(files.get(counted.id) ?? {}, op.set);
  expect(patched['threshold']).toEqual({ kind: 'each' });
  expect(read([patched])[0]?.threshold).toEqual({ kind: 'each' });
});
