/**
 * The model of an earlier moment: the model of now with the notes since then taken back, the newest first. Anybody can
 * write notes, so each result must pass the schema of its kind; what does not is left as it is and counted.
 */
import * as v from 'valibot';
import type { Entity, Kind, Model, ModelInfo } from '../model/model';
import { kinds, modelInfo, perKind } from '../model/model';
import { danglingReference } from '../store/references';
import { schemaOf, withNulls } from '../store/shard';
import { modelFrom } from '../store/stored-model';
import type { HistoryEntry, Note, NoteChange } from './note';

export interface PastModel {
  readonly model: Model;
  /** How many changes could not be taken back: the model is not quite the one of that moment. */
  readonly gaps: number;
}

interface Rewinding {
  info: ModelInfo;
  readonly maps: Record<Kind, Map<string, Entity>>;
  gaps: number;
}

/** The properties as they were: those that the change names, and all others as they are. */
function withOld(now: object, { was = {}, is = {} }: NoteChange): unknown {
  const touched = new Set([...Object.keys(was), ...Object.keys(is)]);
  const kept = Object.entries(now).filter(([name, value]) => !touched.has(name) && value !== null);
  return Object.fromEntries([...kept, ...Object.entries(was)]);
}

function rewindInfo(at: Rewinding, change: NoteChange): void {
  const parsed = v.safeParse(modelInfo, withOld(at.info, change));
  if (parsed.success && parsed.output.id === at.info.id) at.info = parsed.output;
  else at.gaps += 1;
}

function rewindEntity(at: Rewinding, kind: Kind, change: NoteChange): void {
  const map = at.maps[kind];
  const now = map.get(change.id);
  if (change.how === 'added') {
    if (!map.delete(change.id)) at.gaps += 1;
    return;
  }
  if (change.how === 'changed' && !now) {
    at.gaps += 1;
    return;
  }
  const raw = change.how === 'removed' ? change.was : withOld(now ?? {}, change);
  const parsed = v.safeParse(schemaOf(kind), withNulls(kind, raw));
  if (parsed.success && parsed.output.id === change.id) map.set(change.id, parsed.output);
  else at.gaps += 1;
}

function rewindNote(at: Rewinding, { changes, left = 0 }: Note): void {
  at.gaps += left;
  for (const change of [...changes].reverse()) {
    if (change.kind === 'info') rewindInfo(at, change);
    else rewindEntity(at, change.kind, change);
  }
}

/** What refers to something that is not there goes, referents first, so that one pass is enough. */
function dropDangling(at: Rewinding): void {
  for (const kind of kinds) {
    for (const [id, entity] of at.maps[kind]) {
      if (!danglingReference(at.maps, kind, entity)) continue;
      at.maps[kind].delete(id);
      at.gaps += 1;
    }
  }
}

/** The model before all of these notes; `notes` the newest first. Always a valid model. */
export function rewind(model: Model, notes: readonly Note[]): PastModel {
  const at: Rewinding = {
    info: model.info,
    maps: perKind((kind) => new Map<string, Entity>(model[kind])),
    gaps: 0,
  };
  for (const each of notes) rewindNote(at, each);
  dropDangling(at);
  // What the project decides has no past here: the risk of then is counted as today's is.
  const past = modelFrom(at.info, at.maps);
  return { model: model.policy ? { ...past, policy: model.policy } : past, gaps: at.gaps };
}

/**
 * The model as it was right after `entries[index]`; an index past the end is before the oldest of them. `entries` the
 * newest first.
 */
export function modelAfter(model: Model, entries: readonly HistoryEntry[], index: number): PastModel {
  return rewind(model, entries.slice(0, index));
}
