/** Real files of other tools, where they are at hand: the counts of their README must hold. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { imported, refusal } from '../../../tests/fixtures/import-for-test';

const samples = join('..', 'shared', 'samples');
const present = existsSync(join(samples, 'README.md'));
if (!present)
  process.stdout.write(
    'Samples of other tools are not at hand (../shared/samples): their tests are skipped.\n',
  );

interface Expected {
  readonly elements: number;
  readonly flows: number;
  readonly boundaries: number;
  readonly threats: number;
}

/** The rows "| file | repository | licence | counts | note |" below the heading of the folder. */
function rowsOf(folder: string): (readonly [file: string, counts: string])[] {
  const readme = readFileSync(join(samples, 'README.md'), 'utf8');
  const section = readme.split(/^## /m).find((part) => part.startsWith(`${folder}\n`)) ?? '';
  return section.split('\n').flatMap((line) => {
    const [, file = '', , , counts = ''] = line.split('|').map((part) => part.trim());
    return /\.(tm7|json)$/.test(file) ? [[file, counts] as const] : [];
  });
}

const number = (counts: string, pattern: RegExp) => Number(pattern.exec(counts)?.[1] ?? NaN);

function expectedOf(counts: string): Expected {
  const lines = /box \+ (\d+) line/.exec(counts)?.[1] ?? '0';
  return {
    elements: number(counts, /elements (\d+)/),
    flows: number(counts, /flows (\d+)/),
    boundaries: number(counts, /boundaries (\d+)/) + Number(lines),
    threats: number(counts, /threats (\d+)/),
  };
}

const read = (folder: string, file: string) => new Uint8Array(readFileSync(join(samples, folder, file)));
const isNegative = (file: string) => file.startsWith('NEG-');

(present ? describe : describe.skip)('samples', () => {
  const folders = present ? ['tm7', 'threat-dragon'] : [];
  const rows = folders.flatMap((folder) =>
    rowsOf(folder).map(([file, counts]) => ({ folder, file, counts })),
  );

  test('the README was understood', () => {
    expect(rows.length).toBeGreaterThan(35);
    for (const folder of folders) {
      expect(
        rows
          .filter((row) => row.folder === folder)
          .map(({ file }) => file)
          .sort(),
      ).toEqual(readdirSync(join(samples, folder)).sort());
    }
  });

  for (const { folder, file, counts } of rows.filter((row) => !isNegative(row.file))) {
    test(`${folder}/${file}`, () => {
      const { model } = imported(read(folder, file), { fileName: file });
      const found = model.info.imported?.counts;
      expect(found).toMatchObject(expectedOf(counts));
      const annotations =
        model.info.imported?.notTaken.find(({ what }) => what === 'text annotations')?.count ?? 0;
      if (folder === 'tm7') expect(annotations).toBe(number(counts, /\+(\d+) text annotations/));
      expect(model.diagram.size).toBe(number(counts, /diagrams (\d+)/));
      expect([...model.threat.values()].filter(({ place }) => place.kind === 'model')).toEqual([]);
      for (const { implement } of model.mitigation.values())
        expect(implement).not.toMatch(/<\/?a\b|&(?:lt|amp|quot);/);
    });
  }

  test.each(rows.filter((row) => isNegative(row.file)))('$folder/$file is refused', ({ folder, file }) => {
    refusal(read(folder, file), { fileName: file });
  });

  const foreign = [
    'otm',
    'pytm',
    'sarif',
    'tb7',
    'threagile',
    'threat-composer',
    'threatcl-hcl',
    'tm-bom',
    'drawio',
    'threats-manager',
  ];
  test.each(foreign)('files of %s are refused by name or as what they are', (folder) => {
    for (const file of present ? readdirSync(join(samples, folder)) : []) {
      const sentence = refusal(read(folder, file), { fileName: file });
      expect(sentence).toMatch(
        isNegative(file) || folder === 'threats-manager' ? /not|no/ : /cannot be imported yet/,
      );
    }
  });

  test('a real file cut anywhere is refused', () => {
    const whole = read('tm7', 'autocert.tm7');
    for (const part of [0.01, 0.1, 0.3, 0.5, 0.8, 0.99, 0.99999])
      refusal(whole.slice(0, Math.floor(whole.length * part)));
  });

  test('the states of the threats hold', () => {
    const { model } = imported(read('tm7', 'autocert.tm7'));
    const threats = [...model.threat.values()];
    expect(
      threats.filter(({ status }) => status.kind === 'not-applicable' && status.justification !== ''),
    ).toHaveLength(4);
    expect([...model.treatment.values()].filter(({ status }) => status?.kind === 'existing')).toHaveLength(
      12,
    );
  });
});
