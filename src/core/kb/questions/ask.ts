/**
 * The questions of the packages that stand open in a model, and those that its own rules raise: a rule that waits for a
 * property which no question of a package asks about becomes a question itself, so that nothing tentative stays without
 * a way to settle it.
 */
import type { Model } from '../../model/model';
import type { Question } from '../../model/knowledge';
import type { Place, StrideCategory } from '../../model/threat';
import { compileRule } from '../compile-rule';
import type { Check } from '../compile-rule';
import { includesThreat, lookingAt } from '../depth';
import { fillPlaceholders } from '../fill-placeholders';
import type { KnowledgeEngine } from '../knowledge-engine';
import { anchors } from '../package';
import type { Anchor, KnowledgePackage, KnowledgeQuestion } from '../package';
import { isAsked, placeKey, placesOf } from '../places';
import { RuleIndex } from '../rule-index';
import { ruleQuestions } from './rule-questions';
import { Waiting } from './waiting';

export interface AskedAnswer {
  readonly label: string;
  /** Property id -> value id. Empty: the answer is kept, and changes no fact. */
  readonly set: ReadonlyMap<string, string>;
}

/** A question at a place of the model. */
export interface Asked {
  /** Package, entry and place. Stable: the given answer is found by it. */
  readonly key: string;
  readonly package: string;
  readonly entry: string;
  /** `package`: somebody wrote it. `rule`: a rule waits for what it asks. */
  readonly source: 'package' | 'rule';
  readonly place: Place;
  readonly text: string;
  readonly rationale: string;
  readonly goodAnswer: string;
  readonly warningSigns: readonly string[];
  readonly stride: readonly StrideCategory[];
  readonly top: boolean;
  readonly answers: readonly AskedAnswer[];
  /**
   * `many`: several answers may be true at once. `number` and `text`: the person writes the value of `property`, or
   * where there is none an answer in words.
   */
  readonly choose: 'one' | 'many' | 'number' | 'text';
  /** Property id, for answers that are written rather than chosen. */
  readonly property?: string;
  /** What became of it so far; it may still be open, as when somebody was asked. */
  readonly given: Question | undefined;
  /** Tentative threats that wait for what it asks. */
  readonly settles: number;
}

export const isAnswered = ({ given }: Pick<Asked, 'given'>): boolean => given?.answer !== undefined;

/** Never change: answers are kept by it. */
export const questionKey = (packageId: string, entry: string, place: Place): string =>
  `${packageId}:${entry}@${placeKey(place)}`;

interface Compiled {
  readonly question: KnowledgeQuestion;
  readonly check: Check;
}

const indexes = new WeakMap<KnowledgePackage, ReadonlyMap<Anchor, RuleIndex<Compiled>>>();

function indexOf(known: KnowledgePackage): ReadonlyMap<Anchor, RuleIndex<Compiled>> {
  const there = indexes.get(known);
  if (there) return there;
  const made = new Map(
    anchors.map((anchor) => [
      anchor,
      new RuleIndex(
        known.questions
          .filter((question) => question.anchor === anchor)
          .map((question) => [question.when, { question, check: compileRule(question.when) }] as const),
      ),
    ]),
  );
  indexes.set(known, made);
  return made;
}

/** `[question, place]` of everything that the package asks in the model now. */
function* standing(engine: KnowledgeEngine, known: KnowledgePackage) {
  const { model } = engine;
  for (const anchor of anchors)
    for (const place of placesOf(model, anchor)) {
      const scene = isAsked(model, place) ? engine.sceneAt(known.id, place) : undefined;
      if (!scene) continue;
      for (const candidates of indexOf(known).get(anchor)?.candidates(scene) ?? [])
        for (const { question, check } of candidates)
          if (check(scene) === 'yes') yield [question, place] as const;
    }
}

function givenByKey(model: Model): ReadonlyMap<string, Question> {
  return new Map(
    [...model.question.values()].map((each) => [questionKey(each.package, each.entry, each.place), each]),
  );
}

function written(question: KnowledgeQuestion, place: Place, model: Model): Omit<Asked, 'given' | 'settles'> {
  const fill = (text: string) => fillPlaceholders(text, model, place);
  return {
    key: questionKey(question.package, question.id, place),
    package: question.package,
    entry: question.id,
    source: 'package',
    place,
    text: fill(question.text),
    rationale: fill(question.rationale),
    goodAnswer: fill(question.goodAnswer),
    warningSigns: question.warningSigns.map(fill),
    stride: question.stride,
    top: question.top,
    answers: question.answers,
    // A question from another tool brings no answers to choose from: it is answered in words, and sets no fact.
    choose: question.answers.length === 0 ? 'text' : 'one',
  };
}

/** TOP first, then what settles most; then as the packages have them. */
const mostUrgentFirst = (a: Asked, b: Asked): number =>
  Number(b.top) - Number(a.top) || b.settles - a.settles;

/**
 * Open questions and answered ones of the model, as deep as it looks; the most urgent first. The engine must have
 * followed the model, and holds the packages that are asked. O(places * questions of their types + tentative hits).
 */
export function askQuestions(engine: KnowledgeEngine): readonly Asked[] {
  const { model } = engine;
  const looking = lookingAt(model.info);
  const given = givenByKey(model);
  const waiting = new Waiting(engine, looking);
  const asked = new Map<string, Asked>();
  for (const known of engine.packages) {
    const questions = new Map(known.questions.map((question) => [question.id, question]));
    const keep = (question: KnowledgeQuestion, place: Place) => {
      const base = written(question, place, model);
      const settles = waiting.settledBy(known, place, question.answers);
      asked.set(base.key, { ...base, given: given.get(base.key), settles });
    };
    for (const [question, place] of standing(engine, known))
      if (includesThreat(looking, question)) keep(question, place);
    // Once answered its rule is silent, for it asks whether somebody said so; the answer stays to be seen and changed.
    for (const { package: from, entry, place } of given.values()) {
      const question = from === known.id ? questions.get(entry) : undefined;
      if (question && engine.sceneAt(from, place)) keep(question, place);
    }
  }
  for (const each of ruleQuestions(engine, { waiting, given, asked: [...asked.values()] }))
    asked.set(each.key, each);
  return [...asked.values()].sort(mostUrgentFirst);
}
