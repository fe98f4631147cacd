import { ServerProblem } from '../../rest/connection';
import type { FieldRules } from '../../rest/field-rules';
import type { Process } from '../../rest/process';
import type { Relation, RelationEdits, WorkItem } from '../../rest/work-item';
import type { NewItem } from '../../rest/work-items';
import { FormStore, type FormEvent, type FormSource } from './form-store';

const olivia = { displayName: 'Olivia Owner', uniqueName: 'olivia@local' };
const link = (url: string): Relation => ({ rel: 'Hyperlink', url });

function itemWith(fields: Record<string, unknown>, more: Partial<WorkItem> = {}): WorkItem {
  return {
    id: 5,
    rev: 2,
    url: '',
    fields: { 'System.Title': 'Old', 'System.State': 'New', ...fields },
    ...more,
  };
}

function rule(
  name: string,
  type: string,
  more: { readOnly?: boolean; allowed?: string[]; required?: boolean } = {},
) {
  return [
    name.toLowerCase(),
    {
      definition: {
        referenceName: name,
        name,
        type,
        readOnly: more.readOnly ?? false,
        isIdentity: name.endsWith('To'),
      },
      required: more.required ? 'required' : 'optional',
      allowed: more.allowed,
    },
  ] as const;
}

const rules: FieldRules = new Map([
  rule('System.Title', 'string', { required: true }),
  rule('System.State', 'string', { allowed: ['New', 'Active'] }),
  rule('System.AssignedTo', 'string'),
  rule('System.ChangedDate', 'dateTime', { readOnly: true }),
  rule('System.AreaId', 'integer', { required: true }),
]);

interface Sent {
  readonly fields: unknown;
  readonly edits: RelationEdits | undefined;
}

/** A server that keeps what it was sent and answers with the merged item, or refuses. */
function setUp(given: { item?: WorkItem; access?: 'read' | 'write'; first?: NewItem; refuse?: Error } = {}) {
  const sent: Sent[] = [];
  let item = given.item ?? itemWith({});
  async function answer(fields: Readonly<Record<string, unknown>>, edits?: RelationEdits): Promise<WorkItem> {
    sent.push({ fields, edits });
    if (given.refuse) throw given.refuse;
    item = { ...item, id: item.id || 9, rev: item.rev + 1, fields: { ...item.fields, ...fields } };
    return item;
  }
  const source: FormSource = {
    workItems: {
      open: async () => item,
      change: (_item, fields, edits) => answer(fields, edits),
      create: ({ fields, relations }) => answer(fields, { added: relations ?? [], removed: [] }),
    },
    access: given.access ?? 'write',
    process: {} as Process,
    paths: { areas: [], iterations: [] },
    rules,
    first: given.first,
  };
  const form = new FormStore(source, item);
  const events: FormEvent[] = [];
  form.onEvent((event) => events.push(event));
  const serverSays = (changed: WorkItem): void => {
    item = changed;
  };
  return { form, sent, events, serverSays };
}

test.each([
  ['a plain value', 'System.Title', 'New', true, 'New'],
  ['a name in another case', 'system.title', 'New', true, 'New'],
  ['a person as "Name <unique>"', 'System.AssignedTo', 'Olivia Owner <olivia@local>', true, 'olivia@local'],
  ['a person as an identity', 'System.AssignedTo', olivia, true, 'olivia@local'],
  ['a field that only the server writes', 'System.ChangedDate', new Date(0), false, undefined],
  ['a field that the type does not have', 'No.Such', 'x', false, undefined],
])('setting %s', (_what, name, value, answer, kept) => {
  const { form, events } = setUp();
  expect(form.setFields({ [name]: value })).toEqual({ [name]: answer });
  const canonical = rules.get(name.toLowerCase())?.definition.referenceName ?? name;
  expect(form.current().draft[canonical]).toBe(kept);
  expect(events).toEqual(answer ? [{ kind: 'field-changed', changed: [canonical] }] : []);
  expect(form.hasEdits()).toBe(answer);
});

test('a value set twice is told once, and set back to the read one it is no edit', () => {
  const { form, events } = setUp();
  form.change('System.Title', 'New');
  form.change('System.Title', 'New');
  form.change('System.Title', 'Old');
  expect(events).toHaveLength(2);
  expect(form.hasEdits()).toBe(false);
});

test('reset and refresh drop the edits, reading again keeps those that still differ', async () => {
  const { form, events, serverSays } = setUp();
  form.setFields({ 'System.Title': 'Mine', 'System.State': 'Active' });
  form.addRelations([link('https://a'), link('https://b')]);
  serverSays(itemWith({ 'System.State': 'Active' }, { rev: 7, relations: [link('https://a')] }));
  await form.readAgain();
  expect(form.current()).toMatchObject({
    draft: { 'System.Title': 'Mine' },
    relations: { added: [link('https://b')], removed: [] },
    item: { rev: 7 },
  });
  form.reset();
  expect(form.hasEdits()).toBe(false);
  form.change('System.Title', 'Again');
  await form.refresh();
  expect(form.value('System.Title')).toBe('Old');
  expect(events.map(({ kind }) => kind)).toEqual([
    'field-changed',
    'refreshed',
    'reset',
    'field-changed',
    'refreshed',
  ]);
});

test('a save sends fields and links, and leaves nothing unsaved', async () => {
  const { form, sent, events } = setUp({ item: itemWith({}, { relations: [link('https://old')] }) });
  form.change('System.Title', 'New');
  form.removeRelations([link('https://old')]);
  form.addRelations([link('https://new')]);
  expect(form.relations()).toEqual([link('https://new')]);
  await form.save();
  expect(sent).toEqual([
    {
      fields: { 'System.Title': 'New' },
      edits: { added: [link('https://new')], removed: [link('https://old')] },
    },
  ]);
  expect(form.hasEdits()).toBe(false);
  expect(events.at(-1)).toEqual({ kind: 'saved' });
});

test('what is changed while a save is under way stays unsaved', async () => {
  const { form } = setUp();
  form.change('System.Title', 'First');
  const saving = form.save();
  form.change('System.Title', 'Second');
  await expect(form.save()).rejects.toThrow('being saved already');
  await saving;
  expect(form.current()).toMatchObject({ draft: { 'System.Title': 'Second' }, item: { rev: 3 } });
});

test.each([
  [
    'a conflict',
    new ServerProblem(412, 'TestPatchOperationFailedException', 'VS403351'),
    { phase: 'conflict' },
  ],
  [
    'a refusal',
    new ServerProblem(400, 'RuleValidationException', 'TF401320'),
    { phase: 'refused', message: 'TF401320' },
  ],
])('after %s the edits are still there and the form says why', async (_what, refuse, saving) => {
  const { form, events } = setUp({ refuse });
  form.change('System.Title', 'Mine');
  await expect(form.save()).rejects.toBe(refuse);
  expect(form.current()).toMatchObject({ draft: { 'System.Title': 'Mine' }, saving });
  await form.readAgain();
  expect(form.current()).toMatchObject({ draft: { 'System.Title': 'Mine' }, saving: { phase: 'idle' } });
  expect(events.map(({ kind }) => kind)).toEqual(['field-changed', 'refreshed']);
});

test('errors of extensions block a save until each speaker takes its own back', async () => {
  const { form, sent } = setUp();
  form.change('System.Title', 'New');
  form.setError('a.b.group', 'Not yet.');
  form.setError('a.b.page', 'Nor here.');
  form.clearError('a.b.page');
  await expect(form.save()).rejects.toThrow('Not yet.');
  form.clearError('a.b.group');
  await form.save();
  expect(sent).toHaveLength(1);
});

test('a form without edits sends nothing', async () => {
  const { form, sent, events } = setUp();
  await form.save();
  expect([sent, events]).toEqual([[], []]);
});

test('a new item is created once, and is an ordinary one from then on', async () => {
  const first = { type: 'Task', fields: { 'System.Title': 'Given' } };
  const { form, sent, events } = setUp({ item: itemWith({}, { id: 0, rev: 0 }), first });
  expect([form.isNew(), form.hasEdits()]).toEqual([true, false]);
  await form.save();
  expect(sent[0]?.fields).toEqual({ 'System.Title': 'Given' });
  expect([form.isNew(), form.id, events]).toEqual([false, 9, [{ kind: 'saved' }]]);
});

test('for a reader nothing can be set, and everything that writes fails with a sentence', async () => {
  const { form } = setUp({ access: 'read' });
  expect(form.setFields({ 'System.Title': 'x' })).toEqual({ 'System.Title': false });
  for (const write of [
    () => form.addRelations([link('https://a')]),
    () => form.removeRelations([link('https://a')]),
    () => form.setError('a.b.c', 'x'),
  ])
    expect(write).toThrow('read-only');
  await expect(form.save()).rejects.toThrow('read-only');
});

test.each([
  [{}, []],
  [{ 'System.Title': '' }, ['System.Title']],
  [{ 'System.Title': null, 'System.State': 'Gone' }, ['System.Title', 'System.State']],
])('invalid fields with %j', (draft, names) => {
  const { form } = setUp();
  for (const [name, value] of Object.entries(draft)) form.change(name, value);
  expect(form.invalid().map(({ definition }) => definition.referenceName)).toEqual(names);
});
