import type { WorkItem } from '../../rest/work-item';
import { fieldsToCreate, shownText, unsavedItem, withChange } from './draft';

const item: WorkItem = {
  id: 5,
  rev: 2,
  url: '',
  fields: {
    'System.Title': 'Old',
    'System.AssignedTo': { displayName: 'Olivia Owner', uniqueName: 'olivia@local' },
    'Microsoft.VSTS.Common.Priority': 2,
  },
};

test.each([
  ['a new value', {}, 'System.Title', 'New', { 'System.Title': 'New' }],
  ['back to what was read', { 'System.Title': 'New' }, 'System.Title', 'Old', {}],
  ['the person it already has', {}, 'System.AssignedTo', 'olivia@local', {}],
  ['nobody', {}, 'System.AssignedTo', '', { 'System.AssignedTo': '' }],
  [
    'an emptied number',
    {},
    'Microsoft.VSTS.Common.Priority',
    null,
    { 'Microsoft.VSTS.Common.Priority': null },
  ],
  ['an emptied empty field', {}, 'System.Tags', null, {}],
  ['a number as it was', { 'Microsoft.VSTS.Common.Priority': 1 }, 'Microsoft.VSTS.Common.Priority', 2, {}],
])('%s', (_what, draft, name, value, expected) => {
  expect(withChange(draft, item, { name, value })).toEqual(expected);
});

test('a control shows the unsaved value before the read one', () => {
  expect(shownText(item, { 'System.Title': 'New' }, 'System.Title')).toBe('New');
  expect(shownText(item, {}, 'System.AssignedTo')).toBe('olivia@local');
  expect(shownText(item, { 'Microsoft.VSTS.Common.Priority': null }, 'Microsoft.VSTS.Common.Priority')).toBe(
    '',
  );
});

test('a new item is created with its first values under the later ones, and without empty ones', () => {
  const given = {
    type: 'Task',
    fields: { 'System.Title': 'A', 'System.Tags': 'x', 'System.AreaPath': 'Shop' },
  };
  const draft = { 'System.Title': 'B', 'System.Tags': null };
  expect(fieldsToCreate(given, draft)).toEqual({ 'System.Title': 'B', 'System.AreaPath': 'Shop' });
  expect(unsavedItem(given).fields['System.WorkItemType']).toBe('Task');
});
