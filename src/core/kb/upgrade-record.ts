/** The record of what a use of the knowledge base changed, kept in the model so that it can be taken back later. */
import * as v from 'valibot';
import { shortHash } from '../model/canonical-json';
import { invertEdit } from '../model/edit';
import type { Edit } from '../model/edit';
import { mint, upgradeId } from '../model/ids';
import type { NewId } from '../model/ids';
import { modelKnowledge } from '../model/knowledge';
import type { ModelKnowledge, Upgrade } from '../model/knowledge';
import type { Entity, Model } from '../model/model';
import { isTooDeep } from './json-depth';

/** The kinds that a plan of the knowledge base writes. */
export const upgradedKinds = ['mitigation', 'threat', 'treatment', 'knowledge'] as const;
export type UpgradedKind = (typeof upgradedKinds)[number];

/** UTF-16 code units in a part: it fits into one document whatever the script. */
const partLength = 60_000;
/** 2.4 million code units: more than a first look at 1,000 flows changes. */
const mostParts = 40;

/** What became of one entity. `after`: its fingerprint, null = removed. `before`: the entity, null = it was not there. */
const step = v.tuple([v.picklist(upgradedKinds), v.string(), v.nullable(v.string()), v.unknown()]);
const content = v.object({
  before: v.nullable(modelKnowledge),
  after: v.nullable(modelKnowledge),
  steps: v.array(step),
});
export interface UpgradeStep {
  readonly kind: UpgradedKind;
  readonly id: string;
  readonly after: string | undefined;
  /** As it was read: not checked yet. */
  readonly before: unknown;
}

export type UpgradeRecord =
  | { readonly kind: 'none' }
  | { readonly kind: 'unusable'; readonly at: string; readonly because: string }
  | {
      readonly kind: 'kept';
      readonly at: string;
      readonly before: ModelKnowledge | undefined;
      readonly after: ModelKnowledge | undefined;
      readonly steps: readonly UpgradeStep[];
    };

/** Without the date on which a threat was first saved: that is written after the edit, and nobody's decision. */
export function fingerprint(entity: Entity | undefined): string | undefined {
  return entity && shortHash({ ...entity, found: undefined });
}

function stepsOf(
  model: Model,
  edit: Edit,
): readonly (readonly [UpgradedKind, string, string | null, unknown])[] {
  const inverse = invertEdit(model, edit);
  return upgradedKinds.flatMap((kind) => {
    const after = new Map<string, Entity>((edit[kind]?.put ?? []).map((entity) => [entity.id, entity]));
    const before = new Map<string, Entity>((inverse[kind]?.put ?? []).map((entity) => [entity.id, entity]));
    const ids = new Set<string>([...after.keys(), ...before.keys()]);
    return [...ids].map(
      (id) => [kind, id, fingerprint(after.get(id)) ?? null, before.get(id) ?? null] as const,
    );
  });
}

function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += partLength) parts.push(text.slice(at, at + partLength));
  // One that is too large leaves an empty part, which says so.
  return parts.length > mostParts ? [''] : parts;
}

/** The edit with the record of itself in place of the record of an earlier one. `at`: ISO 8601, UTC. */
export function withRecord(
  model: Model,
  edit: Edit,
  made: { readonly at: string; readonly newId: NewId },
): Edit {
  const text = JSON.stringify({
    before: model.info.knowledge ?? null,
    after: (edit.info ?? model.info).knowledge ?? null,
    steps: stepsOf(model, edit),
  });
  const record = made.newId();
  const put = partsOf(text).map((part, index, all): Upgrade => ({
    id: mint(upgradeId, made.newId),
    record,
    at: made.at,
    part: index + 1,
    parts: all.length,
    text: part,
  }));
  return { ...edit, upgrade: { put, remove: [...model.upgrade.keys()] } };
}

/** The parts of the newest record: two people may have upgraded at the same time. */
function newestParts(model: Model): readonly Upgrade[] {
  let newest: Upgrade | undefined;
  for (const each of model.upgrade.values())
    if (!newest || each.at > newest.at || (each.at === newest.at && each.record > newest.record))
      newest = each;
  const record = newest?.record;
  return [...model.upgrade.values()]
    .filter((each) => each.record === record)
    .sort((one, other) => one.part - other.part);
}

function contentOf(text: string): v.InferOutput<typeof content> | undefined {
  try {
    const json: unknown = JSON.parse(text);
    if (isTooDeep(json) !== undefined) return undefined;
    const parsed = v.safeParse(content, json);
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** The record of the last use of the knowledge base. Any member can write it: what does not hold is unusable. */
export function readRecord(model: Model): UpgradeRecord {
  const parts = newestParts(model);
  const [first] = parts;
  if (!first) return { kind: 'none' };
  const { at } = first;
  if (first.text === '') return { kind: 'unusable', at, because: 'It changed too much to be kept.' };
  const whole = parts.length === first.parts && parts.every(({ part }, index) => part === index + 1);
  const read = whole ? contentOf(parts.map(({ text }) => text).join('')) : undefined;
  if (!read) return { kind: 'unusable', at, because: 'What it changed is not whole any more in the model.' };
  return {
    kind: 'kept',
    at,
    before: read.before ?? undefined,
    after: read.after ?? undefined,
    steps: read.steps.map(([kind, id, after, before]) => ({ kind, id, after: after ?? undefined, before })),
  };
}
