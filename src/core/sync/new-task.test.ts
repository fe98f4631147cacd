/** Fields that the process requires of a new Task (S57). */
import { noChoice } from './plan';
import { requiredFields } from './new-task';

const field = { field: 'Custom.CostCentre', name: 'Cost centre' };

test.each<
  [string, string | undefined, string | undefined, readonly string[] | undefined, string | undefined]
>([
  ['nobody gave one', undefined, undefined, undefined, undefined],
  ['one that is remembered', undefined, '4711', undefined, '4711'],
  ['one that is chosen now, before what is remembered', '4712', '4711', undefined, '4712'],
  ['an empty one is none', '', '4711', undefined, undefined],
  ['one that the process allows', '4711', undefined, ['4711', '4712'], '4711'],
  ['one that it does not allow', '9', undefined, ['4711', '4712'], undefined],
  ['one that is remembered and not allowed any more', undefined, '9', ['4711'], undefined],
])('S57 a required field: %s', (_what, chosen, remembered, allowed, value) => {
  const required = { ...field, ...(allowed ? { allowed } : {}) };
  const values = (one: string | undefined) => (one === undefined ? {} : { [field.field]: one });
  const [found] = requiredFields({
    taskFields: { has: new Set([field.field]), required: [required] },
    choice: { ...noChoice, fields: values(chosen) },
    remembered: values(remembered),
  });
  expect(found).toEqual({ field: required, value });
});
