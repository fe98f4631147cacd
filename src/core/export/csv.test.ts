import * as fc from 'fast-check';
import { csvText } from './csv';
import { csvMitigations } from './csv-mitigations';
import { csvThreats } from './csv-threats';
import { runs } from '../../../tests/fixtures/runs';
import { anyModel } from '../../../tests/fixtures/model-arbitrary';

/** The cells of a CSV text, read as a spreadsheet does. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]];
  const cells = /"((?:[^"]|"")*)"(,|\r\n)/gy;
  cells.lastIndex = 1;
  for (let found = cells.exec(text); found; found = cells.exec(text)) {
    rows.at(-1)?.push((found[1] ?? '').replace(/""/g, '"'));
    if (found[2] !== ',') rows.push([]);
  }
  expect(rows.pop()).toEqual([]);
  return rows;
}

describe('a cell', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['  =1', "'  =1"],
    ['＝1', "'＝1"],
    ['%0A=1', "'%0A=1"],
    ['a, "b"\nc', 'a, "b"\nc'],
    ['1-1', '1-1'],
    ['', ''],
  ])('%j is written as %j', (value, written) => {
    expect(parse(csvText(['Heading'], [[value]]))).toEqual([['Heading'], [written]]);
  });

  test('is a text, whatever stands in it', () => {
    const hostile = fc.string({
      unit: fc.oneof(fc.constantFrom(...'=+-@\t\r\n",;|%\'＝ '), fc.string({ unit: 'binary', maxLength: 1 })),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(hostile, hostile), { maxLength: 4 }), (rows) => {
        const read = parse(csvText(['A', 'B'], rows)).slice(1);
        expect(read.map((row) => row.map((cell) => cell.replace(/^'/, '')))).toEqual(
          rows.map((row) => row.map((cell) => cell.replace(/^'/, ''))),
        );
        for (const cell of read.flat()) expect(cell.trimStart()).not.toMatch(/^[=+\-@]/);
      }),
      { numRuns: runs(300) },
    );
  });
});

test('there is a row for each threat and for each mitigation', () => {
  fc.assert(
    fc.property(anyModel, (model) => {
      const input = { model, states: new Map() };
      for (const [format, map] of [
        [csvThreats, model.threat],
        [csvMitigations, model.mitigation],
      ] as const) {
        const [header, ...rows] = parse(format.write(input).text);
        expect(rows.map(([id]) => id)).toEqual([...map.keys()]);
        for (const row of rows) expect(row).toHaveLength(header?.length ?? 0);
      }
    }),
    { numRuns: runs(20) },
  );
});
