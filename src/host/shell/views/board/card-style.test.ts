/** Which rule colours which card. */
import type { BoardSetup, CardRule } from '../../rest/board';
import type { WorkItem } from '../../rest/work-item';
import { cardFieldsOf, fieldsAskedFor, inkOn, isAnnotated, lookOf, tagLooks } from './card-style';

const looker = { uniqueName: 'sam@shop.example', now: new Date('2026-03-11T10:00:00Z') };
const item: WorkItem = {
  id: 7,
  rev: 1,
  url: '',
  fields: {
    'System.Title': 'Pay by card',
    'System.Tags': 'Urgent; security-mitigation',
    'System.AreaPath': 'Shop\\Checkout',
    'System.AssignedTo': { displayName: 'Sam Security', uniqueName: 'sam@shop.example' },
    'System.ChangedDate': '2026-03-09T08:00:00Z',
    'Microsoft.VSTS.Common.Priority': 2,
  },
};

function setup(fills: readonly CardRule[], more: Partial<BoardSetup> = {}): BoardSetup {
  const fields = { column: 'c', done: 'd', row: 'r' };
  return {
    id: 'b',
    columns: [],
    rows: [],
    fields,
    fills,
    tagStyles: [],
    annotations: [],
    cards: {},
    ...more,
  };
}

function rule(fieldName: string, operator: string, value: string, colour = '#F7CBCB'): CardRule {
  return {
    name: `${fieldName} ${operator}`,
    isEnabled: 'True',
    clauses: [{ fieldName, operator, value }],
    settings: { 'background-color': colour },
  };
}

test.each([
  ['System.Title', 'CONTAINS', 'CARD', true],
  ['System.Title', 'NOT CONTAINS', 'card', false],
  ['System.Tags', 'CONTAINS', 'urgent', true],
  ['System.Tags', 'CONTAINS', 'security', false],
  ['System.AreaPath', 'UNDER', 'Shop', true],
  ['System.AreaPath', 'UNDER', 'Shop\\Check', false],
  ['System.AssignedTo', '=', '@Me', true],
  ['System.AssignedTo', '<>', 'Sam Security', false],
  ['System.ChangedDate', '<', '@Today-1', true],
  ['System.ChangedDate', '=', '@Today - 2', true],
  ['Microsoft.VSTS.Common.Priority', '<=', '2', true],
  ['Microsoft.VSTS.Common.Priority', '>', '2', false],
  ['Microsoft.VSTS.Scheduling.StoryPoints', '<', '2', false],
])('%s %s %s', (fieldName, operator, value, expected) => {
  expect(lookOf(item, setup([rule(fieldName, operator, value)]), looker) !== undefined).toBe(expected);
});

test('the first rule that fits wins, and texts stand out from its fill', () => {
  const rules = [
    rule('System.Title', '=', 'other', '#111111'),
    rule('System.Title', 'CONTAINS', 'pay', '#222222'),
    rule('System.Title', 'CONTAINS', 'card', '#EEEEEE'),
  ];
  expect(lookOf(item, setup(rules), looker)?.card).toMatchObject({ background: '#222222', color: '#ffffff' });
});

test('a title takes its own colour and manner; what is no colour is not taken for one', () => {
  const one = rule('System.Title', 'CONTAINS', 'pay', 'url(//evil.example)');
  const settings = { ...one.settings, 'title-color': '#00643A', 'title-font-weight': 'bold' };
  expect(lookOf(item, setup([{ ...one, settings }]), looker)).toEqual({
    card: {},
    title: { color: '#00643A', fontWeight: 700 },
  });
});

test('tags are coloured by their name in any case', () => {
  const style = (name: string, settings: Readonly<Record<string, string>>): CardRule => ({
    name,
    isEnabled: 'True',
    settings,
  });
  const looks = tagLooks(
    setup([], {
      tagStyles: [
        style('Urgent', { 'background-color': '#EC001D', color: '#FFFFFF' }),
        style('Later', { 'background-color': '#FFFFFF' }),
        style('None', {}),
      ],
    }),
  );
  expect([...looks]).toEqual([
    ['urgent', { background: '#EC001D', color: '#FFFFFF' }],
    ['later', { background: '#FFFFFF', color: '#000000' }],
  ]);
});

test('settings name the fields of a card, and they are read with the rules', () => {
  const cards = {
    Bug: [{ fieldIdentifier: 'System.Id' }, { fieldIdentifier: 'x.Y' }, { showEmptyFields: 'true' }],
  };
  const shown = setup([rule('System.Title', '=', 'x')], { cards });
  expect(fieldsAskedFor(shown)).toEqual(['System.Title', 'System.Id', 'x.Y']);
  const fields = cardFieldsOf(shown, 'Bug', ['System.Id']);
  expect([fields.has('system.id'), fields.has('System.Tags'), fields.more, fields.showEmpty]).toEqual([
    true,
    false,
    ['x.Y'],
    true,
  ]);
  expect(cardFieldsOf(shown, 'Task', []).has('System.Tags')).toBe(true);
});

test.each([
  ['#ffffff', '#000000'],
  ['#000000', '#ffffff'],
  ['#7B1FA2', '#ffffff'],
  ['#F7CBCB', '#000000'],
])('on %s one writes in %s', (fill, ink) => {
  expect(inkOn(fill)).toBe(ink);
});

test('cards count the children of every type but those that the team switched off', () => {
  const off = { name: 'task', isEnabled: 'False', settings: { x: 'y' } };
  const on = { name: 'Bug', isEnabled: 'True', settings: { x: 'y' } };
  const board = setup([], { annotations: [off, on] });
  expect(['Task', 'Bug', 'Issue'].map((type) => isAnnotated(board, type))).toEqual([false, true, true]);
});
