/** Tasks that people made themselves and that look like a mitigation: proposed with reasons, never taken by themselves. */
import type { MitigationId } from '../model/ids';
import type { Mitigation } from '../model/mitigation';
import { indexModel } from '../model/model-index';
import type { Model } from '../model/model';
import { partsOf, storyNumbersOf } from '../sync/desk';
import type { TaskItem } from '../sync/backlog-picture';
import type { Step } from '../sync/plan';
import { isFree } from '../sync/take-task';
import { wordsOf } from './words/stem';
import {
  lengthOf,
  likeness,
  rarityIn,
  sharedWords,
  weigh,
  wordReasons,
  writtenForms,
} from './words/weighted-words';
import type { Part, WeightedWords } from './words/weighted-words';
import { WordIndex } from './words/word-index';

export interface LookAlike {
  readonly mitigation: MitigationId;
  /** 0 to 1. */
  readonly score: number;
  readonly because: readonly string[];
  /** How many words both use, and say in other words. */
  readonly inCommon: number;
}
/** A Task with the mitigations that it looks like, the likeliest first; at least one. */
export interface AlikeTask {
  readonly task: TaskItem;
  readonly candidates: readonly LookAlike[];
}

/** Below this two texts share an everyday word or two. */
const leastScore = 0.08;
/**
 * From here on a likeness is no accident: on the labelled Tasks of the tests those that were written for their
 * mitigation have more, and the others less. One word alone is one, whatever else speaks for it.
 */
const clear = { score: 0.2, inCommon: 2 };
/** More would be a list to search in. */
const most = 3;
/** The share of the remaining doubt that standing under a story of the mitigation takes away. */
const underItsStory = 0.15;

interface Text {
  readonly words: WeightedWords;
  readonly forms: ReadonlyMap<string, string>;
}
const textOf = (parts: readonly Part[]): Text => ({
  words: weigh(parts),
  forms: writtenForms(wordsOf(parts.map(({ text }) => text).join(' \n'))),
});

/** Words only: what markup stands between them does not matter here. */
const plain = (text: string): string => text.slice(0, 20_000).replace(/<[^<>]*>/g, ' ');

const taskText = ({ title, description, tags }: TaskItem): Text =>
  textOf([
    { text: title, weight: 3 },
    { text: plain(description.text), weight: 1 },
    { text: tags.join(' '), weight: 0.5 },
  ]);

const mitigationText = ({ title, implement, verify }: Mitigation): Text =>
  textOf([
    { text: title, weight: 3 },
    { text: implement, weight: 1 },
    { text: verify, weight: 0.5 },
  ]);

/** The key under which a person says that a Task is not this mitigation's. */
export const lookAlikeKey = (mitigation: MitigationId, task: number): string =>
  `looks-alike@${mitigation}/${task}`;

/** Mitigations that have no Task yet and that somebody may still implement. */
export function mitigationsWithoutTask(model: Model): readonly Mitigation[] {
  const realised = new Set(
    [...model.realisation.values()].flatMap(({ mitigation, workItem }) =>
      workItem === null ? [] : mitigation,
    ),
  );
  const settled = new Set(['rejected', 'not-applicable', 'existing']);
  return [...model.mitigation.values()].filter(
    ({ id, status }) => !realised.has(id) && !settled.has(status.kind),
  );
}

/** The stories that a mitigation without a Task protects: under them somebody may have made one. */
export function storiesToLookUnder(model: Model): readonly number[] {
  const index = indexModel(model);
  return [...new Set(mitigationsWithoutTask(model).flatMap(({ id }) => index.storiesOfMitigation(id)))].sort(
    (a, b) => a - b,
  );
}

/** Words of one title that are worth a search, and of all titles together: a query has its limits. */
const wordsOfOne = 2;
const wordsOfAll = 40;
/** Shorter ones are in every other title. */
const shortestWord = 4;

/**
 * The most telling words of the titles of mitigations without a Task: those that the fewest of them use. A Task
 * anywhere in the project that has one may be theirs. As they are written, without the ending that the stem leaves out.
 */
export function wordsToLookFor(model: Model): readonly string[] {
  const titles = mitigationsWithoutTask(model).map(({ title }) =>
    wordsOf(title).filter(({ written }) => written.length >= shortestWord),
  );
  const uses = new Map<string, number>();
  for (const { stem } of titles.flat()) uses.set(stem, (uses.get(stem) ?? 0) + 1);
  const telling = titles.flatMap((words) =>
    [...words]
      .sort(
        (a, b) => (uses.get(a.stem) ?? 0) - (uses.get(b.stem) ?? 0) || b.written.length - a.written.length,
      )
      .slice(0, wordsOfOne),
  );
  const asWritten = telling.map(({ stem, written }) => (written.startsWith(stem) ? stem : written));
  return [...new Set(asWritten)].slice(0, wordsOfAll);
}

interface OwnText {
  readonly mitigation: Mitigation;
  readonly text: Text;
  readonly stories: ReadonlySet<number>;
}

/** What standing under a story of the mitigation adds to the likeness of the words. */
const withPlace = (score: number, isUnder: boolean): number =>
  isUnder ? 1 - (1 - score) * (1 - underItsStory) : score;

/** Two sums of the same numbers, added in another order, differ by less. */
const rounding = 1e-9;

/** The mitigations that the Task looks like, the likeliest first. */
class Likeliest {
  readonly #index: WordIndex;
  readonly #dismissed: ReadonlySet<string>;

  constructor(
    model: Model,
    private readonly own: readonly OwnText[],
    private readonly rarity: (stem: string) => number,
  ) {
    this.#index = new WordIndex(
      own.map(({ text }) => text.words),
      rarity,
    );
    this.#dismissed = new Set([...model.dismissal.values()].map(({ finding }) => finding));
  }

  of(task: TaskItem, text: Text): readonly LookAlike[] {
    const scores = this.#index.scores(text.words);
    const likely = this.own.flatMap((own, at) => {
      const score = scores[at] ?? 0;
      if (score < leastScore - rounding) return [];
      if (this.#dismissed.has(lookAlikeKey(own.mitigation.id, task.id))) return [];
      const isUnder = task.parent !== undefined && own.stories.has(task.parent);
      return [{ own, isUnder, score: withPlace(score, isUnder) }];
    });
    // Only those that may be among the few best are worth their reasons.
    const least = likely.map(({ score }) => score).sort((a, b) => b - a)[most - 1] ?? 0;
    return likely
      .filter(({ score }) => score >= least - rounding)
      .flatMap(({ own, isUnder }) => this.#reasoned({ own, task, text, isUnder }))
      .sort((a, b) => b.score - a.score || (a.mitigation < b.mitigation ? -1 : 1))
      .slice(0, most);
  }

  #reasoned(pair: {
    readonly own: OwnText;
    readonly task: TaskItem;
    readonly text: Text;
    readonly isUnder: boolean;
  }): readonly LookAlike[] {
    const { own, task, text, isUnder } = pair;
    const { rarity } = this;
    const lengths = lengthOf(own.text.words, rarity) * lengthOf(text.words, rarity);
    const { score, shared } = likeness(own.text.words, text.words, { rarity, lengths });
    if (score < leastScore) return [];
    const common = sharedWords(shared, own.text.forms, text.forms);
    const because = [
      ...wordReasons(common),
      ...(isUnder ? [`stands under #${task.parent}, which the mitigation protects`] : []),
    ];
    const inCommon = common.same.length + common.alike.length;
    return [{ mitigation: own.mitigation.id, score: withPlace(score, isUnder), because, inCommon }];
  }
}

/** The Tasks that look like a mitigation without one, the likeliest first. What somebody dismissed is left out. */
export function lookAlikes(model: Model, tasks: readonly TaskItem[]): readonly AlikeTask[] {
  const index = indexModel(model);
  const own = mitigationsWithoutTask(model).map((mitigation) => ({
    mitigation,
    text: mitigationText(mitigation),
    stories: new Set(
      partsOf({ model, index }, mitigation).flatMap((part) => storyNumbersOf({ index }, part)),
    ),
  }));
  const free = tasks
    .filter((task) => isFree({ model }, task))
    .map((task) => ({ task, text: taskText(task) }));
  const likeliest = new Likeliest(model, own, rarityIn([...own, ...free].map(({ text }) => text.words)));
  const alike = free.flatMap(({ task, text }): readonly AlikeTask[] => {
    const candidates = likeliest.of(task, text);
    return candidates.length > 0 ? [{ task, candidates }] : [];
  });
  const scoreOf = ({ candidates }: AlikeTask): number => candidates[0]?.score ?? 0;
  return alike.sort((a, b) => scoreOf(b) - scoreOf(a) || a.task.id - b.task.id);
}

/**
 * No second Task beside one that people made (SPEC S70): where one looks clearly like the mitigation and nobody has
 * answered yet, the step that would make a Task asks instead.
 */
export function holdBack(
  steps: readonly Step[],
  alike: readonly AlikeTask[],
  stories: ReadonlySet<number>,
): readonly Step[] {
  const waiting = new Map<MitigationId, TaskItem>();
  for (const { task, candidates } of alike) {
    // One under a story that the model does not know is proposed, but other people's story has its own reasons.
    if (task.parent !== undefined && !stories.has(task.parent)) continue;
    const [best] = candidates;
    if (best && best.score >= clear.score && best.inCommon >= clear.inCommon && !waiting.has(best.mitigation))
      waiting.set(best.mitigation, task);
  }
  return steps.map((step): Step => {
    const task = step.kind === 'create' ? waiting.get(step.mitigation) : undefined;
    if (!task) return step;
    const because = `#${task.id} “${task.title}” looks like it: use that Task, or say that it is another piece of work.`;
    return { kind: 'needs-decision', mitigation: step.mitigation, title: step.title, because, task: task.id };
  });
}
