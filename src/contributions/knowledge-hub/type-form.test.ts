/** What somebody changes in the forms of kinds and properties is what the operations say, and nothing else. */
import { mergePatch } from '../../core/kb/merge-patch';
import {
  emptyProperty,
  namesProblem,
  propertyForm,
  propertyOperations,
  typeForm,
  typeOperations,
  valuesIn,
  valuesProblem,
} from './type-form';
import type { PropertyForm, TypeForm } from './type-form';

const vault = {
  id: 'vault',
  name: 'Vault',
  parent: 'without.core:process',
  properties: ['keys', 'place'],
  fixed: { keys: 'two', place: 'cellar' },
};
const type = typeForm(vault);
const patchedType = (change: Partial<TypeForm>) =>
  typeOperations('vault', { isNew: false, before: type, after: { ...type, ...change }, because: '' });

test('a kind that did not change says nothing', () => expect(patchedType({})).toEqual([]));
test.each<[string, Partial<TypeForm>, object]>([
  ['another name', { name: 'Safe' }, { name: 'Safe' }],
  ['no description', { description: 'Steel' }, { description: 'Steel' }],
  ['fewer properties', { properties: 'place' }, { properties: ['place'] }],
  ['a fact that is gone', { fixed: 'place = attic' }, { fixed: { keys: null, place: 'attic' } }],
])('a kind with %s', (_, change, set) =>
  expect(patchedType(change)).toEqual([{ op: 'patch', type: 'entityType', id: 'vault', set }]),
);
test('a new kind says what it is a kind of, and why it is there', () => {
  const after = { ...typeForm({}), name: 'Vault', parent: 'without.core:process', fixed: 'keys = two' };
  const given = { isNew: true, before: typeForm({}), after, because: 'Audit' };
  const value = { id: 'vault', name: 'Vault', parent: 'without.core:process', fixed: { keys: 'two' } };
  expect(typeOperations('vault', given)).toEqual([
    { op: 'add', type: 'entityType', value, because: 'Audit' },
  ]);
});
test('a property that nobody knows is named', () => {
  expect(namesProblem('keys, plaec', new Map([['keys', []]]))).toBe('There is no property "plaec".');
  expect(namesProblem('keys,', new Map([['keys', []]]))).toBeUndefined();
});

const keys = {
  id: 'keys',
  label: 'Keys',
  type: 'enum',
  values: [
    { id: 'one', label: 'One', aliases: ['single'] },
    { id: 'two', label: 'Two' },
  ],
};
const property = propertyForm(keys);
const patchedProperty = (change: Partial<PropertyForm>) =>
  propertyOperations(
    'keys',
    { isNew: false, before: property, after: { ...property, ...change }, because: '' },
    keys,
  );

test('a property that did not change says nothing', () => expect(patchedProperty({})).toEqual([]));
test('names in other tools stay when a label changes', () =>
  expect(patchedProperty({ values: 'one: A single one\ntwo: Two' })).toEqual([
    {
      op: 'patch',
      type: 'property',
      id: 'keys',
      set: {
        values: [
          { id: 'one', label: 'A single one', aliases: ['single'] },
          { id: 'two', label: 'Two' },
        ],
      },
    },
  ]));
test('a value that goes is taken out of those that ship', () => {
  const set = { values: { two: null, one: { id: 'one', label: 'One', aliases: ['single'] }, six: { id: 'six', label: 'Six' } } }; // prettier-ignore
  const operations = patchedProperty({ values: 'one: One\nsix: Six' });
  expect(operations).toEqual([{ op: 'patch', type: 'property', id: 'keys', set }]);
  expect(mergePatch(keys, set)).toMatchObject({ values: [{ id: 'one' }, { id: 'six' }] });
});
test('any text has no values', () =>
  expect(patchedProperty({ type: 'string' })).toEqual([
    { op: 'patch', type: 'property', id: 'keys', set: { type: 'string', values: null } },
  ]));
test('a new property is yes or no by itself', () => {
  const given = {
    isNew: true,
    before: emptyProperty,
    after: { ...emptyProperty, label: 'Keys' },
    because: '',
  };
  expect(propertyOperations('keys', given, undefined)).toEqual([
    {
      op: 'add',
      type: 'property',
      value: {
        id: 'keys',
        label: 'Keys',
        type: 'enum',
        values: [
          { id: 'yes', label: 'Yes' },
          { id: 'no', label: 'No' },
        ],
      },
    },
  ]);
});
test('a line without an id gets one, and ids are there once', () => {
  expect(valuesIn('two-keys: Two keys\n\nA safe')).toEqual([
    { id: 'two-keys', label: 'Two keys' },
    { id: 'a-safe', label: 'A safe' },
  ]);
  expect(valuesProblem({ ...emptyProperty, values: 'aa: A\naa: B' })).toBe('The value "aa" is there twice.');
  expect(valuesProblem({ ...emptyProperty, values: 'aa: A' })).toMatch(/Two values/);
  expect(valuesProblem({ ...emptyProperty, type: 'string', values: '' })).toBeUndefined();
});
