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
    return /\.(tm7|json|yaml|otm|tm)$/.test(file) ? [[file, counts] as const] : [];
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

  const foreign = ['sarif', 'threatcl-hcl', 'drawio'];
  test.each(foreign)('files of %s are refused by name or as what they are', (folder) => {
    for (const file of present ? readdirSync(join(samples, folder)) : []) {
      const sentence = refusal(read(folder, file), { fileName: file });
      expect(sentence).toMatch(/cannot be imported yet/);
    }
  });
  test('a template of the Microsoft tool is no model', () => {
    for (const file of present ? readdirSync(join(samples, 'tb7')) : [])
      expect(refusal(read('tb7', file), { fileName: file })).toMatch(
        /template of the Microsoft .* Threat knowledge/,
      );
  });
  test('a template of Threats Manager is no model', () => {
    expect(refusal(read('threats-manager', 'azure-paas-core.tmt'))).toMatch(/template of Threats Manager/);
  });
  test('a model of Threats Manager says what its threats and their mitigations are', () => {
    const { model, notTaken } = imported(read('threats-manager', 'azure-paas-core.tm'));
    expect([model.threat.size, model.treatment.size, model.assumption.size]).toEqual([71, 166, 1]);
    const kinds = [...model.element.values()].map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['external', 'process', 'store']));
    expect(model.flow.size).toBe(
      [...model.flow.values()].filter(({ source, target }) => source && target).length,
    );
    const statuses = new Set([...model.treatment.values()].map(({ status }) => status?.kind));
    expect(statuses).toEqual(new Set(['existing', 'proposed']));
    const used = model.mitigation.size;
    const rest = notTaken.find(({ what }) => what === 'mitigations that no threat uses')?.count ?? 0;
    expect(used + rest).toBe(68);
    // Most of it stands inside the trust boundary, as the drawing says.
    expect([...model.boundary.values()].map(({ drawing }) => drawing.shape)).toEqual(['box']);
  });

  /** What the README counts of a file, as the counts of a model; the other tools have other words for them. */
  const words: Readonly<Record<string, (counts: string) => Readonly<Record<string, number>>>> = {
    otm: (counts) => ({
      elements: number(counts, /components (\d+)/),
      flows: number(counts, /dataflows (\d+)/),
      boundaries: number(counts, /trustZones (\d+)/),
    }),
    pytm: (counts) => ({
      elements: number(counts, /elements (\d+)/),
      flows: number(counts, /flows (\d+)/),
      boundaries: number(counts, /boundaries (\d+)/),
    }),
    threagile: (counts) => ({
      elements: number(counts, /technical_assets (\d+)/),
      flows: number(counts, /links (\d+)/),
      boundaries: number(counts, /trust_boundaries (\d+)/),
    }),
    'threats-manager': (counts) => ({
      elements: number(counts, /entities (\d+)/),
      flows: number(counts, /dataFlows (\d+)/),
      boundaries: number(counts, /groups (\d+)/),
    }),
    'threat-composer': (counts) => ({
      threats: number(counts, /; threats (\d+)/),
      mitigations: number(counts, /; mitigations (\d+)/) + (number(counts, /controls (\d+)/) || 0),
    }),
    'tm-bom': (counts) => ({
      elements:
        number(counts, /actors (\d+)/) +
        number(counts, /components (\d+)/) +
        number(counts, /data_stores (\d+)/),
      flows: number(counts, /data_flows (\d+)/),
      boundaries: number(counts, /trust_zones (\d+)/),
      threats: number(counts, /; threats (\d+)/),
      mitigations: number(counts, /controls (\d+)/),
    }),
  };
  const others = Object.entries(words).flatMap(([folder, wordsOf]) =>
    (present ? rowsOf(folder) : []).map(([file, counts]) => ({ folder, file, expected: wordsOf(counts) })),
  );

  test('the README of the others was understood', () => {
    expect(others.map(({ folder, file }) => `${folder}/${file}`).sort()).toEqual(
      Object.keys(words)
        .flatMap((folder) =>
          (present ? readdirSync(join(samples, folder)) : [])
            .filter((file) => !file.endsWith('.tmt'))
            .map((file) => `${folder}/${file}`),
        )
        .sort(),
    );
  });

  test.each(others.filter(({ file }) => !isNegative(file)))('$folder/$file', ({ folder, file, expected }) => {
    const { model } = imported(read(folder, file), { fileName: file });
    expect(model.info.imported?.counts).toMatchObject(expected);
    expect(Object.values(expected).some((count) => count > 0) || file.includes('minimal')).toBe(true);
    // Everything that is drawn has a place of its own.
    const boxes = [...model.element.values()].map(({ drawing }) => JSON.stringify(drawing?.box));
    expect(new Set(boxes).size).toBe(boxes.length);
  });
  test.each(others.filter(({ file }) => isNegative(file)))('$folder/$file is refused', ({ folder, file }) => {
    refusal(read(folder, file), { fileName: file });
  });
  test('links of Threat Composer are kept; those to threats that the file does not hold are reported', () => {
    const { model, notTaken } = imported(read('threat-composer', 'ThreatComposer.tc.json'));
    expect([model.treatment.size, model.assumption.size]).toEqual([32, 5]);
    expect(notTaken.find(({ what }) => what === 'links of mitigations')?.count).toBe(4);
  });
  test.each<[string, number]>([
    ['td-mobile-cloud.otm.json', 43],
    ['startleft-mtmt-example.otm.yaml', 43],
    // Its instances name threats that the file does not declare.
    ['startleft-coordinates.otm', 105],
    // Four are declared: one stands at two places, three at none.
    ['td-migration-test.otm.json', 5],
  ])('threats of otm/%s count once for each place where they stand', (file, threats) => {
    expect(imported(read('otm', file)).model.threat.size).toBe(threats);
  });
  test('a model and its twin in OTM say the same', () => {
    const [tm7, otm] = [
      read('tm7', 'startleft-mobile-api.tm7'),
      read('otm', 'startleft-mtmt-example.otm.yaml'),
    ];
    const counts = (bytes: Uint8Array) => imported(bytes).model.info.imported?.counts;
    const { mitigations: _own, ...one } = counts(tm7) ?? { mitigations: 0 };
    expect(counts(otm)).toMatchObject({ ...one, boundaries: 3 });
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
