import { aMitigation, aModel, aRealisation } from '../../../tests/fixtures/sample-model';
import { tasksOutOfSight } from './out-of-sight';

const model = aModel({
  mitigations: [1, 2, 3, 4].map((n) => aMitigation(n)),
  realisations: [
    aRealisation(1, 1, 53),
    aRealisation(2, 2, 51),
    { ...aRealisation(3, 3, 52), decided: [{ about: 'project' }] },
    aRealisation(4, 4, null),
  ],
});
const at = (areas: Readonly<Record<number, string>>) =>
  new Map(Object.entries(areas).map(([id, areaPath]) => [Number(id), { areaPath }]));
const all = new Set([51, 52, 53]);

it.each<[string, Parameters<typeof tasksOutOfSight>[1], readonly number[]]>([
  ['are none where all are here', { items: at({ 51: 'Shop', 52: 'Shop', 53: 'Shop\\Web' }), asked: all }, []],
  [
    'are those of another project',
    { items: at({ 51: 'Shop', 52: 'Shop', 53: 'Shopping' }), asked: all },
    [53],
  ],
  ['are those that did not come', { items: at({ 52: 'Shop' }), asked: all }, [51, 53]],
  ['are none before anybody asked', { items: new Map(), asked: new Set() }, []],
  ['are none that somebody followed', { items: at({ 51: 'Shop', 52: 'Depot', 53: 'Shop' }), asked: all }, []],
])('S66 Tasks out of sight %s', (_what, sight, expected) => {
  expect(tasksOutOfSight(model, sight, 'Shop')).toEqual(expected);
});
