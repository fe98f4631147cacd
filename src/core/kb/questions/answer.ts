/** Answers as edits: what a person says becomes facts of the place, and the threats follow in the same edit. */
import { applyEdit, joinEdits } from '../../model/edit';
import type { Edit } from '../../model/edit';
import { mint, questionId } from '../../model/ids';
import type { NewId } from '../../model/ids';
import type { Question } from '../../model/knowledge';
import type { Model } from '../../model/model';
import type { Hit } from '../engine';
import type { KnowledgeEngine } from '../knowledge-engine';
import type { KnowledgeProperty } from '../package';
import { planThreats } from '../plan-threats';
import type { ThreatPlan } from '../plan-threats';
import type { Asked } from './ask';
import { saidAt, say } from './said';
import type { Said, Saying } from './said';

export interface Answering {
  /** Labels of the chosen answers, or the written value; none takes the answer back. */
  readonly chosen: readonly string[];
  readonly note: string;
  /** ISO instant. */
  readonly at: string;
  readonly newId: NewId;
}

/** Between the labels of several answers; no label holds it. */
const joint = ' · ';
export const chosenLabels = ({ given }: Pick<Asked, 'given'>): readonly string[] =>
  given?.answer === undefined ? [] : given.answer.split(joint);

function propertyOf(engine: KnowledgeEngine, asked: Asked, id: string): KnowledgeProperty | undefined {
  return engine.packages.find((each) => each.id === asked.package)?.properties.find((each) => each.id === id);
}

/** Property id -> the value ids that the answers set, each in the order of the answers. */
function valuesOf({ answers }: Asked, chosen: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, readonly string[]>();
  for (const { label, set } of answers)
    if (chosen.includes(label))
      for (const [id, value] of set) values.set(id, [...(values.get(id) ?? []), value]);
  return values;
}

/** Whether the place says of the property what an answer made it say: else somebody has said otherwise since. */
function stillSays(said: Said, property: KnowledgeProperty, values: readonly string[]): boolean {
  const text = Object.entries(said).find(([name]) => property.names.has(name.toLowerCase()))?.[1] ?? '';
  const parts = property.values.length === 0 ? [text] : text.split(', ');
  const meant = parts.map(
    (each) => property.values.find(({ names }) => names.has(each.trim().toLowerCase()))?.id ?? each,
  );
  return meant.join(joint) === values.join(joint);
}

/**
 * What the chosen answers say, and what goes with those that were chosen before. Nothing is said of a property that only
 * an answer speaks of which nobody chose: whatever stands there is somebody's own word.
 */
function sayings(engine: KnowledgeEngine, asked: Asked, chosen: readonly string[]): readonly Saying[] {
  const said = saidAt(engine.model, asked.place) ?? {};
  const written = (labels: readonly string[]) =>
    asked.property === undefined
      ? valuesOf(asked, labels)
      : new Map(labels.length === 0 ? [] : [[asked.property, labels.slice(0, 1)]]);
  const [before, now] = [written(chosenLabels(asked)), written(chosen)];
  return [...new Set([...before.keys(), ...now.keys()])].flatMap((id): readonly Saying[] => {
    const property = propertyOf(engine, asked, id);
    if (!property) return [];
    const list = now.get(id);
    if (list === undefined)
      return stillSays(said, property, before.get(id) ?? []) ? [{ property, value: undefined }] : [];
    const labels = list.map((value) => property.values.find((each) => each.id === value)?.label ?? value);
    return [{ property, value: labels.join(', ') }];
  });
}

/** Only another note: what was answered is not said again, for somebody may have said otherwise since. */
const isNoteAlone = (asked: Asked, { chosen, note }: Answering): boolean =>
  chosen.join(joint) === chosenLabels(asked).join(joint) && note.trim() !== (asked.given?.note ?? '');

function kept(asked: Asked, answering: Answering): Question {
  const { given } = asked;
  const { chosen, note, newId } = answering;
  const at = isNoteAlone(asked, answering) ? (given?.answeredAt ?? answering.at) : answering.at;
  return {
    id: given?.id ?? mint(questionId, newId),
    package: asked.package,
    entry: asked.entry,
    place: asked.place,
    ...(chosen.length > 0 ? { answer: chosen.join(joint), answeredAt: at } : {}),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    ...(given?.workItem === undefined ? {} : { workItem: given.workItem }),
  };
}

/** The facts that the answer sets and the answer itself; threats are not touched. */
export function answerQuestion(engine: KnowledgeEngine, asked: Asked, given: Answering): Edit {
  const label = given.chosen.length > 0 ? 'Answer question' : 'Take back answer';
  const said = isNoteAlone(asked, given) ? [] : sayings(engine, asked, given.chosen);
  const facts = say(engine.model, asked.place, { sayings: said, label });
  const question = kept(asked, given);
  const isEmpty =
    question.answer === undefined && question.note === undefined && question.workItem === undefined;
  if (!isEmpty) return { ...facts, question: { put: [question] } };
  return asked.given ? { ...facts, question: { remove: [asked.given.id] } } : facts;
}

/** That somebody was asked by a work item. */
export function markAsked(asked: Asked, workItem: number, newId: NewId): Edit {
  const { package: from, entry, place, given } = asked;
  const question: Question = {
    id: given?.id ?? mint(questionId, newId),
    package: from,
    entry,
    place,
    ...given,
    workItem,
  };
  return { label: 'Ask a person', question: { put: [question] } };
}

export interface Following {
  /** The facts and what they change among the threats, as one edit: one undo takes all of it back. */
  readonly edit: Edit;
  readonly threats: Pick<ThreatPlan, 'changes'>;
}

/** Tentative threats come along where the model already has such: then it asked for them. */
const wantsTentative = (model: Model): boolean =>
  [...model.threat.values()].some(({ tentative }) => tentative !== undefined);

const answersOf = (engine: KnowledgeEngine): ReadonlyMap<string, Hit['answer']> =>
  new Map(engine.hits().map(({ key, answer }) => [key, answer]));

/**
 * An edit together with the threats that come, go stale or change by it, and no others: what somebody left out before
 * stays out. A model that never chose packages has no threats that follow. The engine has followed the model, and
 * follows it with the edit.
 */
export function withThreats(engine: KnowledgeEngine, edit: Edit, newId: NewId): Following {
  const before = engine.model;
  const { knowledge } = before.info;
  if (!knowledge) return { edit, threats: { changes: [] } };
  const answers = answersOf(engine);
  const model = applyEdit(before, edit);
  engine.follow(model);
  const takesTentative = wantsTentative(before);
  const only = new Set(
    engine
      .hits()
      .filter(({ key, answer }) => answers.get(key) !== answer && (answer === 'yes' || takesTentative))
      .map(({ key }) => key),
  );
  const plan = planThreats({ engine, model, knowledge, tentative: 'leave', only, newId, label: edit.label });
  return { edit: joinEdits(edit, plan.edit), threats: plan };
}
