import { threatNumber } from '../../../tests/fixtures/sample-model';
import { eventNumber, watchedShop } from '../../../tests/fixtures/watched-shop';
import { blastParameter, blastRadius } from './blast-radius';

const model = watchedShop();
const named = (mark: 'strike' | 'reached', parameter: string) => {
  const radius = blastRadius(model, parameter);
  const things = [...model.element.values(), ...model.flow.values()];
  return things.filter(({ id }) => radius?.marks.get(id) === mark).map(({ name }) => name);
};

test('an event leads to where its threats strike and to what is reached from there', () => {
  const parameter = blastParameter([eventNumber(9)]);
  expect(named('strike', parameter)).toEqual(['Nightly backups']);
  expect(named('reached', parameter)).toEqual(['Backup']);
  expect(blastRadius(model, parameter)).toMatchObject({
    title: 'The backup account is read by a stranger',
    flows: 1,
    elements: 1,
    diagram: [...model.diagram.keys()][0],
  });
});

test('a threat at a flow strikes the flow, and reaches what lies behind it', () => {
  expect(named('strike', threatNumber(7))).toEqual(['Invoice upload']);
  expect(named('reached', threatNumber(7))).toEqual(['Upload service', 'Invoice storage', 'Files']);
});

test('several threats are one radius', () => {
  const parameter = blastParameter([threatNumber(7), threatNumber(9)]);
  expect(blastRadius(model, parameter)).toMatchObject({ title: '2 threats', flows: 3 });
});

test.each(['', 'nobody', `${'x,'.repeat(5000)}`, 'undefined'])('nothing is known of %p', (parameter) => {
  expect(blastRadius(model, parameter)).toBeUndefined();
});
