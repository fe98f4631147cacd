/**
 * Edits that are not stored yet, as text that outlives the page: what was changed, with what it was changed from, so
 * that they can be merged with whatever others saved until they come back.
 */
import * as v from 'valibot';
import type { Entity, Kind, Model, ModelInfo } from '../model/model';
import { entitySchemas, kinds, modelInfo, perKind } from '../model/model';
import { modelId } from '../model/ids';
import type { Merge, MergeConflict } from './merge';
import { mergeModels } from './merge';
import { danglingReference, referencesOf } from './references';
import { modelFrom } from './stored-model';

/** The version of the layout. A reader leaves a newer one alone: it may hold what it would lose. */
export const keptEditsVersion = 1;
/** The key at the top by which the text is recognised. */
export const keptEditsMark = 'withoutEdits';

/** One thing as it was and as it is now. Undefined = not there. */
interface Change {
  readonly base: Entity | undefined;
  readonly mine: Entity | undefined;
}
type Changes = Readonly<Record<Kind, ReadonlyMap<string, Change>>>;

export interface KeptEdits {
  readonly projectId: string;
  /** ISO instant of the last edit. */
  readonly at: string;
  readonly info: { readonly base: ModelInfo; readonly mine: ModelInfo };
  readonly changes: Changes;
  /** What the changed things refer to, unchanged: somebody may remove it before the edits come back. */
  readonly context: Readonly<Record<Kind, ReadonlyMap<string, Entity>>>;
}

/** A model as a page holds it, with what is not stored of it. */
export interface Unsaved {
  readonly projectId: string;
  /** What is stored, as far as the page knows. */
  readonly base: Model;
  readonly mine: Model;
  /** Theirs is in `base`; mine waits for a decision. */
  readonly conflicts: readonly MergeConflict[];
}

function changesOf(kind: Kind, { base, mine, conflicts }: Unsaved): Map<string, Change> {
  const changes = new Map<string, Change>();
  const before: ReadonlyMap<string, Entity> = base[kind];
  const after: ReadonlyMap<string, Entity> = mine[kind];
  if (before !== after) {
    for (const [id, entity] of after)
      if (before.get(id) !== entity) changes.set(id, { base: before.get(id), mine: entity });
    for (const [id, entity] of before) if (!after.has(id)) changes.set(id, { base: entity, mine: undefined });
  }
  // A decision that nobody took is asked for again: from the version that both began with.
  for (const conflict of conflicts)
    if (conflict.kind === kind) changes.set(conflict.id, { base: conflict.base, mine: conflict.mine });
  return changes;
}

/** Everything that the changed things need, through any number of steps. */
function contextOf(changes: Changes, model: Model): Record<Kind, Map<string, Entity>> {
  const context = perKind(() => new Map<string, Entity>());
  const waiting = kinds.flatMap((kind) =>
    [...changes[kind].values()].flatMap(({ mine }) => (mine ? referencesOf(kind, mine) : [])),
  );
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { kind, id } = next;
    const entity = (model[kind] as ReadonlyMap<string, Entity>).get(id);
    if (!entity || context[kind].has(id) || changes[kind].has(id)) continue;
    context[kind].set(id, entity);
    waiting.push(...referencesOf(kind, entity));
  }
  return context;
}

/** What a page would lose; undefined = nothing. */
export function keptEdits(unsaved: Unsaved, at: string): KeptEdits | undefined {
  const { projectId, base, mine, conflicts } = unsaved;
  const changes = perKind((kind) => changesOf(kind, unsaved));
  const about = conflicts.find((conflict) => conflict.kind === 'info');
  const info = about ? { base: about.base, mine: about.mine } : { base: base.info, mine: mine.info };
  if (info.base === info.mine && kinds.every((kind) => changes[kind].size === 0)) return undefined;
  return { projectId, at, info, changes, context: contextOf(changes, mine) };
}

/** How many things were changed. */
export function countEdits({ info, changes }: KeptEdits): number {
  return kinds.reduce((sum, kind) => sum + changes[kind].size, info.base === info.mine ? 0 : 1);
}

const filled = <T>(lists: Readonly<Record<Kind, readonly T[]>>) =>
  Object.fromEntries(kinds.flatMap((kind) => (lists[kind].length > 0 ? [[kind, lists[kind]]] : [])));

/** The text of the edits: JSON that a person can read. */
export function keptEditsText({ projectId, at, info, changes, context }: KeptEdits): string {
  const same = info.base === info.mine;
  return JSON.stringify({
    [keptEditsMark]: keptEditsVersion,
    projectId,
    at,
    info: same ? { base: info.base } : info,
    changes: filled(perKind((kind) => [...changes[kind].values()])),
    context: filled(perKind((kind) => [...context[kind].values()])),
  });
}

const head = v.object({
  [keptEditsMark]: v.pipe(v.number(), v.minValue(1), v.maxValue(keptEditsVersion)),
  projectId: v.string(),
  at: v.string(),
  info: v.object({ base: modelInfo, mine: v.optional(modelInfo) }),
  changes: v.record(
    v.string(),
    v.array(v.object({ base: v.optional(v.unknown()), mine: v.optional(v.unknown()) })),
  ),
  context: v.record(v.string(), v.array(v.unknown())),
});

function readEntity(kind: Kind, raw: unknown): Entity | undefined {
  const parsed = v.safeParse(entitySchemas[kind], raw);
  return parsed.success ? parsed.output : undefined;
}

function readChange(kind: Kind, raw: { base?: unknown; mine?: unknown }): [string, Change][] {
  const [base, mine] = [readEntity(kind, raw.base), readEntity(kind, raw.mine)];
  // Half a change would delete or restore what nobody meant to.
  if ((raw.base !== undefined && !base) || (raw.mine !== undefined && !mine)) return [];
  const id = mine?.id ?? base?.id;
  return id === undefined || (base && base.id !== id) ? [] : [[id, { base, mine }]];
}

/**
 * The edits in a parsed text, which anybody may have written; undefined when it holds none, or was written by a newer
 * version. A change that does not hold is left out.
 */
export function readKeptEdits(value: unknown): KeptEdits | undefined {
  const parsed = v.safeParse(head, value);
  if (!parsed.success) return undefined;
  const { projectId, at, info, changes, context } = parsed.output;
  const mine = info.mine ?? info.base;
  if (mine.id !== info.base.id) return undefined;
  return {
    projectId,
    at,
    info: { base: info.base, mine },
    changes: perKind((kind) => new Map((changes[kind] ?? []).flatMap((raw) => readChange(kind, raw)))),
    context: perKind(
      (kind) =>
        new Map(
          (context[kind] ?? []).flatMap((raw): [string, Entity][] => {
            const entity = readEntity(kind, raw);
            return entity ? [[entity.id, entity]] : [];
          }),
        ),
    ),
  };
}

/** Of which model the edits are. Branded by the schema of its description. */
export const modelOfEdits = ({ info }: KeptEdits) => v.parse(modelId, info.base.id);

type Maps = Record<Kind, Map<string, Entity>>;

/** Puts an entity into `mine` with all that it needs of `base`; false when that is nowhere, as in a file somebody edited. */
function putWhole(sides: { readonly base: Maps; readonly mine: Maps }, kind: Kind, entity: Entity): boolean {
  const { base, mine } = sides;
  const isWhole = referencesOf(kind, entity).every((reference) => {
    if (mine[reference.kind].has(reference.id)) return true;
    const needed = base[reference.kind].get(reference.id);
    return needed !== undefined && needed !== entity && putWhole(sides, reference.kind, needed);
  });
  if (isWhole) mine[kind].set(entity.id, entity);
  return isWhole;
}

/** The two sides that a merge needs: what was changed from, and what it became, each within all that is there now. */
function sidesOf(
  { changes, context }: KeptEdits,
  theirs: Model,
): { readonly base: Maps; readonly mine: Maps } {
  const base = perKind((kind) => new Map<string, Entity>([...theirs[kind], ...context[kind]]));
  const mine = perKind(() => new Map<string, Entity>());
  for (const kind of kinds)
    for (const [id, change] of changes[kind])
      if (change.base) base[kind].set(id, change.base);
      else base[kind].delete(id);
  // Referents come first in the order of kinds.
  for (const kind of kinds) {
    for (const [id, entity] of base[kind]) {
      if (changes[kind].has(id)) continue;
      // What others made for a thing that is new in the edits was not there when they were made: it is theirs alone.
      if (danglingReference(base, kind, entity)) base[kind].delete(id);
      else mine[kind].set(id, entity);
    }
    for (const change of changes[kind].values())
      if (change.mine && !putWhole({ base, mine }, kind, change.mine) && change.base)
        mine[kind].set(change.base.id, change.base);
  }
  return { base, mine };
}

/** Puts the edits onto what is stored now. What others changed differently since is a conflict, as in any merge. */
export function mergeKeptEdits(edits: KeptEdits, theirs: Model): Merge {
  const { base, mine } = sidesOf(edits, theirs);
  const policy = theirs.policy ? { policy: theirs.policy } : {};
  return mergeModels(
    { ...modelFrom(edits.info.base, base), ...policy },
    { ...modelFrom(edits.info.mine, mine), ...policy },
    theirs,
  );
}
