import { toWorkItem } from './work-item-answer';

const remaining = 'Microsoft.VSTS.Scheduling.RemainingWork';
const estimate = 'Microsoft.VSTS.Scheduling.OriginalEstimate';

test.each([
  [{ [remaining]: 3, [estimate]: 8 }, 3],
  [{ [remaining]: 0, [estimate]: 8 }, 0],
  [{ [estimate]: 8 }, 8],
  [{ [remaining]: 'three' }, undefined],
  [{}, undefined],
])('the effort in %p is %p', (fields, effort) => {
  const item = toWorkItem({ id: 1, rev: 1, fields: { 'System.WorkItemType': 'Task', ...fields } }, new Map());
  expect(item.effort).toBe(effort);
});
