import { readChosen, storedChoice } from './settings';

test('what is chosen is read again', () => {
  const choice = { model: 'm', team: 'Shop Team', days: 30 as const };
  expect(readChosen({ customSettings: storedChoice(choice) })).toEqual(choice);
});

test.each([undefined, null, '', 'x', '[]', '{"days":7}', '{"model":5}', '"all"'])(
  'what is stored as %p counts as not chosen',
  (data) => {
    expect(readChosen({ customSettings: data === undefined ? {} : { data } })).toEqual({});
  },
);
