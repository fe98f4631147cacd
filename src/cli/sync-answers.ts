/** What a person decided before a sync: by flags, or in a JSON file that a scheduled run reads every time. */
import { readFile, stat } from 'node:fs/promises';
import * as v from 'valibot';
import { stateCategories } from '../core/model/state-category';
import { conflictProposals, fates, proposals } from '../core/sync/fate';
import type { MitigationId } from '../core/model/ids';
import type { Model } from '../core/model/model';
import type { Proposal, SyncChoice } from '../core/sync/plan';
import { noChoice } from '../core/sync/plan';
import { CommandError } from './command-error';
import { forTerminal } from './console';

/** Bytes. Ten thousand answers fit. */
const mostBytes = 1024 * 1024;

const workItem = v.pipe(v.number(), v.integer(), v.minValue(1));
const place = v.nullable(workItem);
const split = v.union([v.picklist(['place', 'story']), v.pipe(v.array(v.array(v.string())), v.minLength(2))]);
export type SplitWish = v.InferOutput<typeof split>;
const meanings = [...stateCategories, 'ask'] as const;
export type StateMeaning = (typeof meanings)[number];
export const isMeaning = (text: string): text is StateMeaning => meanings.some((each) => each === text);

const answersFile = v.strictObject({
  /** `all`, or mitigations by id or title. */
  approve: v.optional(v.union([v.literal('all'), v.array(v.string())]), []),
  /** The parent of Tasks whose mitigation has no story of its own; null = none. */
  story: v.optional(place),
  /** The same for single mitigations, by id or title. */
  parents: v.optional(v.record(v.string(), place), {}),
  /** Tasks that people made themselves and that carry a mitigation, by its id or title. */
  take: v.optional(v.record(v.string(), workItem), {}),
  /** Mitigations by id or title, over one Task for each place or story, or over those that hold the named places. */
  split: v.optional(v.record(v.string(), split), {}),
  /** Mitigations by id or title whose Tasks become one again. */
  join: v.optional(v.array(v.string()), []),
  /** TYPE/STATE -> what it means; `ask` = nobody has said. */
  states: v.optional(v.record(v.pipe(v.string(), v.regex(/^[^/]+\/.+$/)), v.picklist(meanings)), {}),
  /** Key of an oddity or conflict -> answer. */
  answers: v.optional(v.record(v.string(), v.string()), {}),
  /** Required field by reference name -> value. */
  fields: v.optional(v.record(v.string(), v.string()), {}),
});
export type SyncAnswers = v.InferOutput<typeof answersFile>;

export const noAnswers: SyncAnswers = {
  approve: [],
  parents: {},
  take: {},
  split: {},
  join: [],
  states: {},
  answers: {},
  fields: {},
};

/** What can be said to a Task that looks like a mitigation, besides taking it. */
const lookAlikeProposals: readonly Proposal[] = [
  {
    answer: 'dismiss',
    says: 'It is another piece of work',
    does: 'It is not proposed for the mitigation any more.',
  },
];

const kindsOfKeys: ReadonlyMap<string, readonly Proposal[]> = new Map<string, readonly Proposal[]>([
  ...fates.map((fate) => [fate, proposals[fate]] as const),
  ['title', conflictProposals],
  ['section', conflictProposals],
  ['look-alike', lookAlikeProposals],
]);

/** CommandError when nothing could ever be answered so: a typing error must not pass for a decision. */
function check(key: string, answer: string): void {
  const said = forTerminal(`${key}=${answer}`);
  const [kind = '', ...rest] = key.split(':');
  const offered = kindsOfKeys.get(kind);
  if (!offered) {
    const known = [...kindsOfKeys.keys()].join(', ');
    throw new CommandError(`The answer ${said} is about nothing known; it begins with one of: ${known}.`);
  }
  if (!/^(\*|\d{1,10}|[0-9a-f-]{36}:\d{1,10})$/i.test(rest.join(':'))) {
    throw new CommandError(`The answer ${said} wants the number of a work item, or *: ${kind}:12=…`);
  }
  if (offered.some((each) => each.answer === answer)) return;
  const words = offered.map((each) => each.answer).join(', ');
  throw new CommandError(`The answer ${said} is none that ${kind} knows: ${words}.`);
}

/** Answers by the whole key of an oddity, by kind and work item (`renamed:12`), or for every one of a kind (`renamed:*`). */
export class AnswerBook extends Map<string, string> {
  override get(key: string): string | undefined {
    const [kind = '', ...rest] = key.split(':');
    return super.get(key) ?? super.get(`${kind}:${rest.at(-1) ?? ''}`) ?? super.get(`${kind}:*`);
  }
}

/** Rejects with CommandError, in one line, for a file that is no answers file. */
export async function readAnswers(file: string): Promise<SyncAnswers> {
  const name = forTerminal(file);
  let text: string;
  try {
    if ((await stat(file)).size > mostBytes) throw new CommandError(`${name} is over 1 MB.`);
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`The file ${name} cannot be read.`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new CommandError(`${name} is no JSON.`);
  }
  const result = v.safeParse(answersFile, json);
  if (result.success) return result.output;
  const at = result.issues[0].path?.map((item) => String(item.key)).join('.') ?? 'the top';
  throw new CommandError(
    `${name} must hold {approve, story, parents, take, split, join, states, answers, fields}; it differs at ${forTerminal(at)}.`,
  );
}

/** `NAME=VALUE`, as often as given; the value may hold more equals signs. */
export function pairs(flag: string, given: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    given.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new CommandError(`--${flag} wants NAME=VALUE, not ${forTerminal(pair)}.`);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

/** Flags beat the file. Throws CommandError for an answer that nothing could ask for. */
export function joinAnswers(file: SyncAnswers, flags: SyncAnswers): SyncAnswers {
  const answers = { ...file.answers, ...flags.answers };
  for (const [key, answer] of Object.entries(answers)) check(key, answer);
  const all = file.approve === 'all' || flags.approve === 'all';
  return {
    approve: all ? 'all' : [...file.approve, ...flags.approve],
    story: flags.story === undefined ? file.story : flags.story,
    parents: { ...file.parents, ...flags.parents },
    take: { ...file.take, ...flags.take },
    split: { ...file.split, ...flags.split },
    join: [...file.join, ...flags.join],
    states: { ...file.states, ...flags.states },
    answers,
    fields: { ...file.fields, ...flags.fields },
  };
}

/** The mitigations with that id or title. */
export const mitigationsNamed = (model: Model, name: string): readonly MitigationId[] =>
  [...model.mitigation.values()].filter(({ id, title }) => id === name || title === name).map(({ id }) => id);

/** Every mitigation that the answers name is in one of the models; CommandError for one that is in none. */
export function requireMitigations(models: readonly Model[], answers: SyncAnswers): void {
  const names = [
    ...(answers.approve === 'all' ? [] : answers.approve),
    ...Object.keys(answers.parents),
    ...Object.keys(answers.take),
    ...Object.keys(answers.split),
    ...answers.join,
  ];
  const lost = names.find((name) => models.every((model) => mitigationsNamed(model, name).length === 0));
  if (lost !== undefined) {
    throw new CommandError(`No mitigation has the id or the title "${forTerminal(lost)}".`);
  }
}

/** The stories that the answers name, each once. */
export function storiesOfAnswers({ story, parents }: SyncAnswers): readonly number[] {
  const all = [story, ...Object.values(parents)];
  return [...new Set(all.filter((each): each is number => typeof each === 'number'))];
}

/** The work item type and the state in `Bug/Parked`. */
export function stateKey(key: string): { readonly type: string; readonly state: string } {
  const at = key.indexOf('/');
  return { type: key.slice(0, at), state: key.slice(at + 1) };
}

/** A sentence for each Task that is named for a mitigation which follows other ones already: it is left alone. */
export function idleTakes(model: Model, { takes = new Map() }: SyncChoice): readonly string[] {
  return [...takes].flatMap(([mitigation, task]) => {
    const parts = [...model.realisation.values()].filter((each) => each.mitigation === mitigation);
    const known = parts.flatMap(({ workItem }) => workItem ?? []);
    const isIdle =
      known.length > 0 &&
      known.length === parts.length &&
      ![...known, ...parts.flatMap(({ earlier = [] }) => earlier)].includes(task);
    const title = model.mitigation.get(mitigation)?.title ?? '';
    const has = known.map((id) => `#${id}`).join(', ');
    return isIdle ? [`“${title}” has its Task already, ${has}: #${task} is left alone (--take).`] : [];
  });
}

export function choiceOf(model: Model, answers: SyncAnswers): SyncChoice {
  const { approve, story, parents, take, fields } = answers;
  const byMitigation = <T>(given: Readonly<Record<string, T>>): ReadonlyMap<MitigationId, T> =>
    new Map(
      Object.entries(given).flatMap(([name, value]) =>
        mitigationsNamed(model, name).map((id) => [id, value] as const),
      ),
    );
  return {
    ...noChoice,
    // To say that its Task is there is to approve it, as asking for one is.
    approve:
      approve === 'all'
        ? 'all'
        : new Set([...approve, ...Object.keys(take)].flatMap((name) => mitigationsNamed(model, name))),
    fallbackParent: story,
    parents: byMitigation(parents),
    takes: byMitigation(take),
    answers: new AnswerBook(Object.entries(answers.answers)),
    fields,
  };
}
