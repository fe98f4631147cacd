import * as fc from 'fast-check';
import { imported, importing, refusal } from '../../../tests/fixtures/import-for-test';
import { anyModel, modelUuid, plain } from '../../../tests/fixtures/model-arbitrary';
import { runs } from '../../../tests/fixtures/runs';
import { wholeModel } from './whole-model';

const info = { id: modelUuid, name: 'Shop', description: '', scope: [], created: '2026-01-02T03:04:05.000Z' };
const file = (entities: object, more: object = {}) =>
  JSON.stringify({ withoutModel: 1, info, entities, ...more });

test('what was exported is imported as it was, with every id', () => {
  fc.assert(
    fc.property(anyModel, (model) => {
      const { text, lost } = wholeModel.write({ model, states: new Map() });
      expect(lost).toEqual([]);
      const back = importing(text);
      if (back.kind === 'refused') throw new Error(back.reason);
      expect(back.notTaken).toEqual([]);
      expect(plain(back.model)).toEqual(plain(model));
    }),
    { numRuns: runs(60) },
  );
});

test('the file can be read by a person', () => {
  expect(imported(file({})).model.info).toEqual(info);
  fc.assert(
    fc.property(anyModel, (model) => {
      expect(wholeModel.write({ model, states: new Map() }).text).toMatch(/^\{\n {2}"withoutModel": 1,\n/);
    }),
    { numRuns: 3 },
  );
});

describe('a file that somebody changed', () => {
  const diagram = { id: '00000000-0000-4000-8000-000000000001', origin: { kind: 'person' }, name: 'One' };
  test.each([
    ['not valid', { diagram: [{ ...diagram, name: 7 }] }, 'they are not valid'],
    ['no thing', { diagram: [null] }, 'they are not valid'],
    ['there twice', { diagram: [diagram, diagram] }, 'they are there twice'],
    [
      'without what it refers to',
      {
        flow: [
          {
            ...diagram,
            properties: {},
            source: '00000000-0000-4000-8000-000000000009',
            target: null,
          },
        ],
      },
      'they refer to something that the file does not hold',
    ],
  ])('leaves out and reports what is %s', (_, entities, why) => {
    expect(imported(file(entities)).notTaken).toEqual([expect.objectContaining({ count: 1, why })]);
  });
  test.each([
    ['of a newer version', file({}, { withoutModel: 2 })],
    ['without a version', file({}, { withoutModel: 'x' })],
    ['without a description', file({}, { info: {} })],
    ['with a damaged description', file({}, { info: { ...info, id: '../x' } })],
    ['with forged keys', '{"withoutModel":1,"info":{"__proto__":{}}}'],
  ])('%s is refused', (_, text) => {
    refusal(text);
  });
});
