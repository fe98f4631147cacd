import type { CallOutcome, FramedPage } from '../../xdm/framed-page';
import type { Process } from '../../rest/process';
import { FormStore, type FormSource } from './form-store';
import { workItemListener } from './listener';

function form(id: number, access: 'read' | 'write' = 'write'): FormStore {
  const item = {
    id,
    rev: 1,
    url: '',
    fields: { 'System.Title': 'Old', 'System.ChangedDate': '2026-01-01T00:00:00Z' },
  };
  const definition = { referenceName: 'System.Title', name: 'Title', type: 'string', readOnly: false };
  const source: FormSource = {
    workItems: {
      open: async () => item,
      change: async (_item, fields) => ({ ...item, rev: 2, fields: { ...item.fields, ...fields } }),
      create: async () => item,
    },
    access,
    process: {} as Process,
    paths: { areas: [], iterations: [] },
    rules: new Map([['system.title', { definition, required: 'required', allowed: undefined }]]),
    first: undefined,
  };
  return new FormStore(source, item);
}

function recorder() {
  const told: (readonly [string, unknown])[] = [];
  const absent: CallOutcome = { kind: 'absent' };
  const page: FramedPage = {
    call: async (method, argument) => {
      told.push([method, argument]);
      return absent;
    },
    value: async () => absent,
  };
  return { told, page };
}

test('moving between items unloads the one before, and its later events stay away', async () => {
  const { told, page } = recorder();
  const [one, two] = [form(1), form(2, 'read')];
  const listener = workItemListener(page);
  listener.show(one);
  listener.show(one);
  one.change('System.Title', 'New');
  await one.save();
  listener.show(two);
  one.change('System.Title', 'Not told');
  await two.refresh();
  listener.show(undefined);
  two.reset();
  expect(told).toEqual([
    ['onLoaded', { id: 1, isNew: false, isReadOnly: false }],
    ['onFieldChanged', { id: 1, changedFields: { 'System.Title': 'New' } }],
    ['onSaved', { id: 1 }],
    ['onUnloaded', { id: 1 }],
    ['onLoaded', { id: 2, isNew: false, isReadOnly: true }],
    ['onRefreshed', { id: 2 }],
    ['onUnloaded', { id: 2 }],
  ]);
});

test('undoing on the form is told as a reset', () => {
  const { told, page } = recorder();
  const one = form(0);
  workItemListener(page).show(one);
  one.change('System.Title', 'New');
  one.reset();
  expect(told.map(([name]) => name)).toEqual(['onLoaded', 'onFieldChanged', 'onReset']);
  expect(told[0]?.[1]).toEqual({ id: 0, isNew: true, isReadOnly: false });
});
