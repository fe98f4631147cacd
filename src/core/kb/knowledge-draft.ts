/**
 * What an organisation is about to publish: operations on one package. On a package that ships they become the
 * organisation's overlay over it, from which earlier ones can be taken back; on one of its own they are applied to its
 * file, of which what it says of itself can change, too. The version grows with each.
 */
import { applyOverlay } from './apply-overlay';
import { withoutNames } from './entry-names';
import { asRecord } from './json-record';
import { joinedPatches, mergePatch } from './merge-patch';
import { overlaySchema } from './overlay-schema';
import type { EntryType, Operation, Overlay } from './overlay-schema';
import type { PackageSource } from './package';
import type { Problem } from './problem';
import * as v from 'valibot';

/** What a package of one's own says of itself. */
export interface PackageFacts {
  readonly name: string;
  readonly description: string;
  /** Packages whose kinds, properties and mitigations it may name. */
  readonly extends: readonly { readonly id: string; readonly range: string }[];
}
export interface KnowledgeDraft {
  /** Id of the package. */
  readonly target: string;
  readonly ops: readonly Operation[];
  /** Published changes that go, as operationName says them. */
  readonly takenBack?: readonly string[];
  readonly facts?: PackageFacts;
}

/** How many changes it holds. */
export const draftSize = ({ ops, takenBack = [], facts }: KnowledgeDraft): number =>
  ops.length + takenBack.length + (facts ? 1 : 0);
export type DraftFile =
  | {
      readonly kind: 'file';
      readonly file: PublishableFile;
      /** Index of the first op of the draft. */ readonly from: number;
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };
export type PublishableFile = PackageSource & {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly kind: 'package' | 'overlay';
};

/** The overlay in which an organisation keeps its changes of a package that ships. */
export const overlayIdOf = (target: string): string => `own.${target.replace(/[^a-z0-9]+/g, '-')}`;

/** `1.2.3` -> `1.2.4`; what cannot be counted up begins anew. */
export function nextVersion(version: string): string {
  const [, major, minor, patch] = /^(\d+)\.(\d+)\.(\d+)/.exec(version) ?? [];
  return patch === undefined ? '1.0.0' : `${major}.${minor}.${Number(patch) + 1}`;
}

const reasonOf = (op: Operation, before?: Operation) => {
  const because = op.because ?? before?.because;
  return because === undefined ? {} : { because };
};

const names = (op: Operation): string => {
  if (op.op === 'link') return `link ${op.threat} ${op.mitigation}`;
  return `${op.type} ${op.op === 'add' ? String(op.value['id']) : op.id}`;
};
const plain = (reference: string) => reference.slice(reference.indexOf(':') + 1);
const isEntry = (op: Operation, type: EntryType, id: string) =>
  op.op !== 'link' &&
  names(op) !== '' &&
  op.type === type &&
  plain(names(op).slice(type.length + 1)) === plain(id);

/** What an operation is about, whatever it does there: an entry, or a link between two. */
export const operationName = (op: Operation): string =>
  op.op === 'link'
    ? `link ${plain(op.threat)} ${plain(op.mitigation)}`
    : `${op.type} ${plain(op.op === 'add' ? String(op.value['id']) : op.id)}`;

/** The operations without one: an entry that was added goes with the links and lists that name it. */
export function withoutOperation(ops: readonly Operation[], name: string): readonly Operation[] {
  const gone = ops.filter((op) => operationName(op) === name);
  const rest = ops.filter((op) => !gone.includes(op));
  return gone.reduce<readonly Operation[]>(
    (left, op) => (op.op === 'add' ? withoutEntry(left, op.type, String(op.value['id'])) : left),
    rest,
  );
}

/** The operations with one more, so that each entry and each link is spoken of once. */
export function withOperation(ops: readonly Operation[], next: Operation): readonly Operation[] {
  if (next.op === 'add') return [...ops, next];
  if (next.op === 'link') {
    const same = ops.find(
      (op) =>
        op.op === 'link' &&
        plain(op.threat) === plain(next.threat) &&
        plain(op.mitigation) === plain(next.mitigation),
    );
    const rest = ops.filter((op) => op !== same);
    if (same?.op !== 'link') return [...ops, next];
    // A link that only this draft made is gone when it is taken away again.
    if (next.remove && same.strength !== undefined && !same.remove) return [...rest, next];
    return [...rest, { ...(same.remove ? {} : same), ...next }];
  }
  const before = ops.find((op) => isEntry(op, next.type, next.id));
  const rest = ops.filter((op) => op !== before);
  if (before?.op === 'add') {
    if (next.op === 'disable') return withoutEntry(rest, next.type, next.id);
    return ops.map((op) =>
      op === before
        ? { ...before, value: mergePatch(before.value, next.set), ...reasonOf(next, before) }
        : op,
    );
  }
  if (next.op === 'disable') return [...withoutLinksOf(rest, next.type, next.id), next];
  if (before?.op !== 'patch') return [...rest, next];
  return ops.map((op) =>
    op === before ? { ...next, set: joinedPatches(before.set, next.set), ...reasonOf(next, before) } : op,
  );
}

function withoutLinksOf(ops: readonly Operation[], type: EntryType, id: string): readonly Operation[] {
  if (type !== 'threat' && type !== 'mitigation') return ops;
  return ops.filter((op) => op.op !== 'link' || plain(op[type]) !== plain(id));
}

/** An entry that only these operations add is nowhere else to be named. */
function withoutEntry(ops: readonly Operation[], type: EntryType, id: string): readonly Operation[] {
  const is = (name: unknown) => typeof name === 'string' && plain(name) === plain(id);
  return withoutLinksOf(ops, type, id).map((op) => {
    if (op.op === 'patch') return { ...op, set: withoutNames(op.set, type, is) };
    return op.op === 'add' ? { ...op, value: withoutNames(op.value, type, is) } : op;
  });
}

const fileVersion = (file: PackageSource | undefined) => String(file?.['version'] ?? '');

function overlayFile(
  { target, ops, takenBack = [] }: KnowledgeDraft,
  base: PackageSource,
  before: Overlay | undefined,
): DraftFile {
  const kept = takenBack.reduce(withoutOperation, before?.ops ?? []);
  const whole = ops.reduce(withOperation, kept);
  const file = {
    kbSchema: 1,
    kind: 'overlay' as const,
    id: before?.id ?? overlayIdOf(target),
    version: before ? nextVersion(before.version) : '1.0.0',
    name: before?.name ?? `Our changes of ${String(base['name'] ?? target)}`,
    licence: before?.licence ?? 'LicenseRef-internal',
    targets: [{ id: target, range: `^${fileVersion(base)}` }],
    ops: whole,
  };
  return { kind: 'file', file, from: 0 };
}

/** The packages that ship and what is published, by id: where a draft finds its target. */
export interface DraftGround {
  readonly shipped: ReadonlyMap<string, PackageSource>;
  readonly published: ReadonlyMap<string, PackageSource>;
}

/** Reasons that a package of one's own keeps; the oldest go. */
const mostReasons = 500;

/** What the file says of why it changed, with the reasons of these operations: it has no overlay that would keep them. */
function reasonsWith(file: PackageSource, ops: readonly Operation[], version: string) {
  const before = Array.isArray(file['changes']) ? (file['changes'] as unknown[]) : [];
  const more = ops.flatMap((op) => {
    const { because } = op;
    if (because === undefined) return [];
    const type: EntryType = op.op === 'link' ? 'threat' : op.type;
    const id = op.op === 'link' ? op.threat : op.op === 'add' ? String(op.value['id']) : op.id;
    return [{ version, op: op.op, type, id: plain(id), because }];
  });
  const changes = [...before, ...more].slice(-mostReasons);
  return changes.length > 0 ? { changes } : {};
}

/** The file that publishing the draft would write. Whether it holds is for resolveKnowledge to say. Never throws. */
export function draftFile(draft: KnowledgeDraft, { shipped, published }: DraftGround): DraftFile {
  const base = shipped.get(draft.target);
  if (base) {
    const before = v.safeParse(overlaySchema, published.get(overlayIdOf(draft.target)));
    return overlayFile(draft, base, before.success ? before.output : undefined);
  }
  const stored = published.get(draft.target);
  if (!stored)
    return {
      kind: 'refused',
      problems: [{ place: 'target', sentence: `There is no package "${draft.target}".` }],
    };
  const own: PackageSource = { ...stored, ...draft.facts };
  const edit: Overlay = {
    kbSchema: 1,
    kind: 'overlay',
    id: 'own.draft',
    version: '1.0.0',
    name: 'Draft',
    licence: 'x',
    targets: [{ id: draft.target, range: `^${fileVersion(own)}` }],
    ops: [...draft.ops],
  };
  const applied = applyOverlay(edit, new Map([[draft.target, own]]));
  if (applied.problems.length > 0) return { kind: 'refused', problems: applied.problems };
  const made = applied.files.get(draft.target) ?? own;
  const version = nextVersion(fileVersion(own));
  const file = {
    ...made,
    id: draft.target,
    kind: 'package' as const,
    version,
    ...reasonsWith(own, draft.ops, version),
    name: String(own['name'] ?? draft.target),
  };
  return { kind: 'file', file, from: 0 };
}

/** What the file of a package says of itself. */
export function factsOfPackage(file: PackageSource): PackageFacts {
  const text = (given: unknown) => (typeof given === 'string' ? given : '');
  const given = file['extends'];
  return {
    name: text(file['name']),
    description: text(file['description']),
    extends: (Array.isArray(given) ? (given as unknown[]) : []).map((each) => {
      const { id, range } = asRecord(each) ?? {};
      return { id: text(id), range: text(range) };
    }),
  };
}

/** A package of one's own, empty but for what everything stands on. */
export function newPackage(
  id: string,
  name: string,
  extended: readonly { readonly id: string; readonly version: string }[],
): PublishableFile {
  return {
    kbSchema: 1,
    kind: 'package',
    id,
    version: '1.0.0',
    name,
    licence: 'LicenseRef-internal',
    ...(extended.length > 0
      ? { extends: extended.map((each) => ({ id: each.id, range: `^${each.version}` })) }
      : {}),
    threats: [],
    mitigations: [],
  };
}

/** The entry of a package file, as it stands there. */
export function entryIn(
  file: PackageSource,
  list: string,
  id: string,
): Readonly<Record<string, unknown>> | undefined {
  const given = file[list];
  return (Array.isArray(given) ? (given as unknown[]) : []).map(asRecord).find((each) => each?.['id'] === id);
}
