import { runs } from '../../../tests/fixtures/runs';
import * as fc from 'fast-check';
import { readShelf, shelfOf, shelve } from '../../../tests/fixtures/document-shelf';
import type { Shelf } from '../../../tests/fixtures/document-shelf';
import { modelUuid, modelWithEdits } from '../../../tests/fixtures/model-arbitrary';
import type { Entity, Kind, Model } from '../model/model';
import { kinds } from '../model/model';
import { mergeModels } from './merge';
import { planSave, removedIds } from './plan-save';
import { sameValue } from '../model/same-value';
import { withNulls } from './shard';
import type { StoredModel, Write } from './stored-model';
import { afterWrite } from './stored-model';

/** Somebody who saves: sends one write per turn, and on a refusal reads, merges and plans anew, as saveModel does. */
interface Writer {
  readonly base: Model;
  readonly next: Model;
  stored: StoredModel;
  queue: readonly Write[];
  disputed: Set<string>;
}

const idOf = (write: Write) => (write.target === 'index' ? write.document.id : write.shard.id);

function refused(shelf: Shelf, writer: Writer, write: Write): boolean {
  const there = shelf.get(idOf(write));
  if (write.kind === 'create') return there !== undefined;
  const known = write.target === 'index' ? writer.stored.index : writer.stored.shards.get(write.shard.id);
  return there === undefined || there['__etag'] !== known?.etag;
}

function turn(shelf: Shelf, writer: Writer, maxBytes: number): Shelf {
  const [write, ...rest] = writer.queue;
  if (!write) return shelf;
  if (!refused(shelf, writer, write)) {
    const next = shelve(shelf, write);
    writer.stored = afterWrite(writer.stored, write, Number(next.get(idOf(write))?.['__etag'] ?? 0));
    writer.queue = rest;
    return next;
  }
  const reading = readShelf(shelf, modelUuid);
  const { merged, conflicts } = mergeModels(writer.base, writer.next, reading.model);
  for (const { kind, id } of conflicts) writer.disputed.add(`${kind} ${id}`);
  writer.stored = reading;
  writer.queue = planSave(reading, merged, { maxBytes, removed: removedIds(writer.base, writer.next) });
  return shelf;
}

const at = (model: Model, kind: Kind, id: string) => (model[kind] as ReadonlyMap<string, Entity>).get(id);

/** The stored entity, in the longest prefix that has it, also when the model leaves it out. */
function storedAt(stored: StoredModel, kind: Kind, id: string): unknown {
  const holders = [...stored.shards.values()]
    .filter((shard) => shard.kind === kind && shard.entries.some((entry) => entry.id === id))
    .sort((a, b) => b.prefix.length - a.prefix.length);
  const raw = holders[0]?.entries.find((entry) => entry.id === id)?.raw;
  return raw === undefined ? undefined : withNulls(kind, raw);
}

/** Edits of the one side, which the other side left alone, and which nobody was told about as a conflict. */
function expectKept(final: StoredModel, by: Writer, other: Writer): void {
  const disputed = new Set([...by.disputed, ...other.disputed]);
  for (const kind of kinds) {
    for (const id of new Set<string>([...by.base[kind].keys(), ...by.next[kind].keys()])) {
      const before = at(by.base, kind, id);
      const touched = !sameValue(before, at(by.next, kind, id));
      const alone = sameValue(before, at(other.next, kind, id));
      if (touched && alone && !disputed.has(`${kind} ${id}`)) {
        expect(storedAt(final, kind, id)).toEqual(at(by.next, kind, id));
      }
    }
  }
}

describe('two people who save at the same time', () => {
  test('lose nothing, also while shards are being divided, and every look in between reads well', () => {
    const sizes = fc.constantFrom(300, 700, 2000);
    const turns = fc.array(fc.nat(1), { minLength: 10, maxLength: 40 });
    fc.assert(
      fc.property(modelWithEdits, sizes, sizes, turns, ({ base, mine, theirs }, first, second, schedule) => {
        let shelf = shelfOf(base, first);
        const writers = [mine, theirs].map((next): Writer => {
          const stored = readShelf(shelf, modelUuid);
          return {
            base,
            next,
            stored,
            queue: planSave(stored, next, { maxBytes: second }),
            disputed: new Set(),
          };
        });
        const [a, b] = writers;
        if (!a || !b) throw new Error('two writers');
        // After the random turns each one finishes alone.
        for (const who of schedule) {
          shelf = turn(shelf, who === 0 ? a : b, second);
          // One may remove, in one document, what the other begins to need in another: named, and never lost.
          for (const problem of readShelf(shelf, modelUuid).problems)
            expect(problem).toMatch(/ is missing\.$/);
        }
        for (const writer of [a, b]) while (writer.queue.length > 0) shelf = turn(shelf, writer, second);
        const final = readShelf(shelf, modelUuid);
        expectKept(final, a, b);
        expectKept(final, b, a);
      }),
      { numRuns: runs(40), endOnFailure: true },
    );
  });
});
