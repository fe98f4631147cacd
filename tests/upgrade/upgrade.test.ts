/** Every model ever saved still opens, identical. Files are added under models/, never changed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { entitySchemas, kinds } from '../../src/core/model/model';
import type { RawDocument } from '../../src/core/store/collections';
import { planSave } from '../../src/core/store/plan-save';
import { readModel } from '../../src/core/store/read-model';
import type { Shelf } from '../fixtures/document-shelf';
import { readShelf, shelve } from '../fixtures/document-shelf';
import { plain } from '../fixtures/model-arbitrary';

interface SavedFile {
  readonly about: string;
  /** What a save without any edit writes. */
  readonly saves: 'nothing' | 'the rest of the division';
  readonly index: RawDocument;
  readonly documents: readonly RawDocument[];
  /** The model as it must open: by kind and id. */
  readonly model: Readonly<Record<string, object>>;
}

const folder = join(__dirname, 'models');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.json'),
);
/** A kind that came after the file was saved has nothing in it. */
const whole = (model: SavedFile['model']) => ({
  ...Object.fromEntries(kinds.map((kind) => [kind, {}])),
  ...model,
});
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as SavedFile;

describe('a saved model', () => {
  test.each(files)('%s opens as it was', (name) => {
    const { index, documents, model } = read(name);
    const reading = readModel(index, documents);
    expect(plain(reading.model)).toEqual(whole(model));
    expect(reading.problems).toEqual([]);
    expect(reading.readOnly).toBeUndefined();
  });

  test.each(files)('%s is rewritten only where it must be, and stays the same', (name) => {
    const { index, documents, model, saves } = read(name);
    const before: Shelf = new Map([index, ...documents].map((document) => [document.id, document]));
    const reading = readModel(index, documents);
    const writes = planSave(reading, reading.model);
    expect(writes.length === 0).toBe(saves === 'nothing');
    const after = readShelf(writes.reduce(shelve, before), index.id);
    expect(plain(after.model)).toEqual(whole(model));
    expect(planSave(after, after.model)).toEqual([]);
  });

  test('has every kind, and every property of it, in at least one file', () => {
    const saved = files.map(read);
    for (const kind of kinds) {
      const used = new Set(
        saved.flatMap(({ model }) => Object.values(model[kind] ?? {}).flatMap(Object.keys)),
      );
      expect([...used].sort()).toEqual(Object.keys(entitySchemas[kind].entries).sort());
    }
  });
});
