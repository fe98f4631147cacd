/** What goes out and comes back: the same things, as far as a format can hold them; and files that other tools take. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { facts, backFrom } from '../../../tests/fixtures/exported-and-back';
import { imported } from '../../../tests/fixtures/import-for-test';
import { anyModel } from '../../../tests/fixtures/model-arbitrary';
import { times } from '../../../tests/fixtures/runs';
import type { Model } from '../model/model';
import { countModel } from '../model/model';
import type { ExportFormat } from './export-result';
import { otmExport } from './otm';
import { threatDragonExport } from './threat-dragon';
import { tmBomExport } from './tm-bom';

const schemas = join('..', 'shared', 'schemas');
const samples = join('..', 'shared', 'samples');
const present = existsSync(schemas) && existsSync(samples);
if (!present)
  process.stdout.write(
    'Schemas and samples of other tools are not at hand (../shared): exports are not checked against them.\n',
  );

const all: readonly (readonly [ExportFormat, string])[] = [
  [threatDragonExport, 'threat-dragon-v2.schema.json'],
  [otmExport, 'otm_schema.json'],
  [tmBomExport, 'tmbom-threat-model.schema.json'],
];

/** Throws the first complaint. */
function checker(schema: string): (text: string) => void {
  const json = JSON.parse(readFileSync(join(schemas, schema), 'utf8')) as { $schema?: string };
  const options = { strict: false, allErrors: false };
  const ajv = json.$schema?.includes('2020') ? new Ajv2020(options) : new Ajv(options);
  addFormats(ajv);
  const validate = ajv.compile(json);
  return (text) => {
    if (!validate(JSON.parse(text))) throw new Error(JSON.stringify(validate.errors));
  };
}

/** Two people may treat a threat with one mitigation at once; a file knows each pair once. */
const withoutTwins = (model: Model): boolean => {
  const pairs = [...model.treatment.values()].map((each) => `${each.threat} ${each.mitigation}`);
  return new Set(pairs).size === pairs.length;
};
/** Names and titles that an importer would give to what has none. */
const named = (model: Model): boolean =>
  withoutTwins(model) &&
  [...model.threat.values(), ...model.mitigation.values()].every(({ title }) => title !== '') &&
  [...model.element.values(), ...model.flow.values(), ...model.boundary.values()].every(
    ({ name }) => name !== '',
  );

describe.each(all.map(([format, schema]) => ({ format, schema, name: format.id })))(
  '$name',
  ({ format, schema }) => {
    test('comes back with the same threats, mitigations, strengths and states', () => {
      fc.assert(
        fc.property(anyModel, (model) => {
          const { model: back, lost } = backFrom(format, model);
          expect(countModel(back)).toEqual(countModel(model));
          // Threat Dragon joins shapes of one diagram only, and its report says so.
          const ends = lost.some(({ what }) => what === 'ends of data flows') ? 'lost' : 'kept';
          if (named(model)) expect(facts(back, 'imported', ends)).toEqual(facts(model, 'own', ends));
        }),
        { numRuns: times(30, 200) },
      );
    });

    test('is the same text each time', () => {
      fc.assert(
        fc.property(anyModel, (model) => {
          const input = { model, states: new Map() };
          expect(format.write(input)).toEqual(format.write(input));
        }),
        { numRuns: 5 },
      );
    });

    (present ? test : test.skip)('is valid by the published schema, whatever the model holds', () => {
      const check = checker(schema);
      fc.assert(
        fc.property(anyModel, (model) => check(format.write({ model, states: new Map() }).text)),
        { numRuns: times(30, 200) },
      );
    });

    (present ? test : test.skip)('is valid and comes back for real models of every tool', () => {
      const check = checker(schema);
      const folders = ['tm7', 'threat-dragon', 'otm', 'threagile', 'threat-composer', 'tm-bom', 'pytm'];
      for (const folder of folders) {
        const files = readdirSync(join(samples, folder)).filter((file) => !file.startsWith('NEG-'));
        // The largest files of one kind show nothing that the first ones do not.
        for (const file of files.slice(0, 3)) {
          const { model } = imported(new Uint8Array(readFileSync(join(samples, folder, file))), {
            fileName: file,
          });
          const { model: back, text } = backFrom(format, model);
          check(text);
          expect({ file, ...countModel(back) }).toEqual({ file, ...countModel(model) });
        }
      }
    });
  },
);
