/** What a sync did, line by line: ids, revisions and reasons, and what an undo needs. No text of a work item (S71). */
import * as v from 'valibot';
import { shortHash } from '../model/canonical-json';
import type { Edit } from '../model/edit';
import { mitigationId, realisationId } from '../model/ids';
import type { RealisationId } from '../model/ids';
import { realisation, status } from '../model/mitigation';
import type { Model } from '../model/model';
import { line } from '../model/parts';
import { sameValue } from '../model/same-value';
import { stateCategories } from '../model/state-category';
import type { Change, WritingStep } from './plan';
import { mappedCategory } from './states';

const text = v.pipe(v.string(), v.maxLength(1024));
// What is null may come back as an absent key (app/ports).
const number = v.optional(v.nullable(v.pipe(v.number(), v.integer())), null);
const person = v.object({ id: text, name: text });

export const journalLine = v.object({
  kind: v.picklist(['create', 'adopt', 'update', 'restore', 'delete', 'note']),
  mitigation: mitigationId,
  realisation: realisationId,
  workItem: number,
  /** The revision before the step, and after it. */
  before: number,
  after: number,
  changed: v.array(text),
  because: text,
  result: v.picklist(['begun', 'done', 'refused', 'outdated', 'unsure', 'not-tried']),
  /** The model's side before the step: null = there was no realisation. */
  was: v.object({
    realisation: v.optional(v.nullable(realisation), null),
    status: v.exactOptional(status),
    /** The mitigation's title, where the step changes it. */
    title: v.exactOptional(line),
    /** Realisations beside its own whose share the step changes. */
    others: v.exactOptional(v.array(realisation)),
    /** What states meant whose meaning the step decides; null = nobody had said. */
    meanings: v.exactOptional(
      v.array(
        v.object({
          type: line,
          state: line,
          category: v.optional(v.nullable(v.picklist(stateCategories)), null),
        }),
      ),
    ),
  }),
  /** Hashes of what the step leaves in the model, by `leftKey`; absent in entries of earlier versions. */
  left: v.exactOptional(v.record(text, text)),
});
export type JournalLine = v.InferOutput<typeof journalLine>;

/** What became of the work item. */
export const doneWords: Readonly<Record<JournalLine['kind'], string>> = {
  create: 'made',
  adopt: 'found again',
  update: 'updated',
  restore: 'restored',
  delete: 'deleted',
  note: 'noted',
};

/** What it changed, as people call it. */
export const changedWords = ({ changed }: JournalLine): string =>
  changed.map((what) => (what === 'section' ? 'text' : what)).join(', ');

export const journalEntry = v.object({
  id: text,
  kind: v.picklist(['sync', 'undo']),
  at: text,
  by: v.optional(v.nullable(person), null),
  /** `begun` for good: whoever did it never got to the end. */
  state: v.picklist(['begun', 'ended']),
  /** The entry that an undo took back. */
  undoes: v.exactOptional(text),
  lines: v.array(journalLine),
});
export type JournalEntry = v.InferOutput<typeof journalEntry>;

type Results = { readonly lines: readonly Pick<JournalLine, 'result'>[] };

/** How many steps were done, how many were not, and of how many nobody knows: the answer or the run was cut off. */
export function tallyOf({ lines }: Results) {
  const done = lines.filter(({ result }) => result === 'done').length;
  const unknown = lines.filter(({ result }) => result === 'begun' || result === 'unsure').length;
  return { done, unknown, failed: lines.length - done - unknown };
}

/** What stands behind the number of steps that were done. */
export function restInWords(entry: Results & Pick<JournalEntry, 'state'>): string {
  const { unknown, failed } = tallyOf(entry);
  return [
    failed > 0 ? `, ${failed.toLocaleString('en')} not` : '',
    unknown > 0 ? `, ${unknown.toLocaleString('en')} unknown` : '',
    entry.state === 'begun' ? ', never ended' : '',
  ].join('');
}

/** Names what a step may leave in the model; short, since an entry may have thousands of lines. */
export const leftKey = {
  title: 'title',
  status: 'status',
  share: 'share',
  /** The realisation follows no Task any more. */
  noTask: 'no task',
  shareOf: (id: RealisationId) => `share ${id}`,
  meaning: ({ type, state }: { readonly type: string; readonly state: string }) =>
    `state ${shortHash([type, state])}`,
} as const;

type Side = Pick<JournalLine, 'was'> & { readonly left: Record<string, string> };

function sideOfMitigation(given: { before: Model; prepared: Model; step: WritingStep; edit: Edit }): Side {
  const { before, prepared, step, edit } = given;
  const was = before.mitigation.get(step.mitigation);
  const put = edit.mitigation?.put?.find(({ id }) => id === step.mitigation);
  const next = put ?? prepared.mitigation.get(step.mitigation);
  const [retitled, decided] = [was?.title !== next?.title, !sameValue(was?.status, next?.status)];
  return {
    was: {
      realisation: before.realisation.get(step.realisation) ?? null,
      ...(was ? { status: was.status } : {}),
      ...(was && retitled ? { title: was.title } : {}),
    },
    left: {
      ...(next && retitled ? { [leftKey.title]: shortHash(next.title) } : {}),
      ...(next && decided ? { [leftKey.status]: shortHash(next.status) } : {}),
    },
  };
}

function sideOfShares(before: Model, step: WritingStep, edit: Edit): Side {
  const put = edit.realisation?.put ?? [];
  const own = ('after' in step ? step.after : undefined) ?? put.find(({ id }) => id === step.realisation);
  const beside = put.filter(({ id }) => id !== step.realisation);
  const others = beside.flatMap(({ id }) => before.realisation.get(id) ?? []);
  return {
    was: { realisation: null, ...(others.length > 0 ? { others } : {}) },
    left: {
      ...(own ? { [leftKey.share]: shortHash(own.covers) } : {}),
      ...(step.kind !== 'create' && own?.workItem === null ? { [leftKey.noTask]: shortHash(null) } : {}),
      ...Object.fromEntries(beside.map(({ id, covers }) => [leftKey.shareOf(id), shortHash(covers)])),
    },
  };
}

function sideOfMeanings(before: Model, step: WritingStep): Side {
  const meanings: NonNullable<JournalLine['was']['meanings']> = [];
  const left: Record<string, string> = {};
  for (const { category, ...about } of 'meanings' in step ? (step.meanings ?? []) : []) {
    const was = mappedCategory(before.info.stateMap, about) ?? null;
    if (was === category) continue;
    meanings.push({ ...about, category: was });
    left[leftKey.meaning(about)] = shortHash(category);
  }
  return { was: { realisation: null, ...(meanings.length > 0 ? { meanings } : {}) }, left };
}

/**
 * The line of a step that is about to be done; the executor fills in what came of it. `prepared` is the model with
 * what is saved before the first step, such as approvals.
 */
export function lineOf(model: Model, step: WritingStep, prepared: Model = model): JournalLine {
  const edit: Edit = ('edit' in step ? step.edit : undefined) ?? { label: '' };
  const own = sideOfMitigation({ before: model, prepared, step, edit });
  const [shares, meanings] = [sideOfShares(model, step, edit), sideOfMeanings(model, step)];
  const changed: readonly Change[] = step.kind === 'update' ? step.changes : [];
  return {
    kind: step.kind,
    mitigation: step.mitigation,
    realisation: step.realisation,
    workItem: 'workItem' in step ? step.workItem : null,
    before: 'rev' in step ? step.rev : null,
    after: null,
    changed: [...new Set(changed.map(({ what }) => what))],
    because: step.because.slice(0, 1024),
    result: 'begun',
    was: { ...shares.was, ...meanings.was, ...own.was },
    left: { ...shares.left, ...meanings.left, ...own.left },
  };
}
