/** A change in words: "Probability of “Card data is stolen” from Possible to Likely, because …". Pure. */
import * as v from 'valibot';
import type { Difference } from '../../../core/history/difference';
import type { NoteChange } from '../../../core/history/note';
import type { Entity, Kind, Model } from '../../../core/model/model';
import { placeName } from '../../../core/model/model-index';
import { sameValue } from '../../../core/model/same-value';
import { place as placeSchema } from '../../../core/model/threat';
import {
  impactWords,
  probabilityWords,
  statusWords,
  strengthWords,
  strideWords,
  threatStatusWords,
} from '../../../ui/words';
import { kindWords, nameIn } from '../conflicts/describe-conflict';

/** Both a kept note and a difference between two moments, as one shape. */
export interface Spoken {
  readonly kind: Kind | 'info';
  readonly id: string;
  readonly how: NoteChange['how'];
  readonly name: string;
  readonly was: Readonly<Record<string, unknown>>;
  readonly is: Readonly<Record<string, unknown>>;
}

/** The word of a closed set, whichever it is from: "almost-certain" reads "Almost certain". */
const words = new Map<string, string>(
  [probabilityWords, impactWords, strengthWords, statusWords, threatStatusWords, strideWords].flatMap(
    (each) => Object.entries(each),
  ),
);

const maxQuote = 120;
const quoted = (text: string): string =>
  `“${text.length > maxQuote ? `${text.slice(0, maxQuote)}…` : text.replace(/\s+/g, ' ')}”`;

/** Nobody decides by these. */
const unsaid = new Set([
  'id',
  'origin',
  'found',
  'baseline',
  'created',
  'imported',
  'keys',
  'written',
  'declined',
]);
const longTexts = new Set([
  'description',
  'implement',
  'verify',
  'text',
  'notes',
  'meaning',
  'content',
  'raisedWhen',
]);

const propertyWords: Readonly<Record<string, string>> = {
  stride: 'STRIDE',
  implement: 'How to implement',
  verify: 'How to verify',
  controlType: 'Control type',
  workItem: 'Task',
  outOfScope: 'Out of scope',
  source: 'Source',
  covers: 'What it covers',
  stateMap: 'Meaning of states',
  notNeeded: 'No model needed',
};
const decisionWords: Readonly<Record<string, string>> = {
  approved: 'approved',
  'changes-wanted': 'changes wanted',
  withdrawn: 'withdrawn',
};
const nameOf = (property: string): string =>
  propertyWords[property] ?? property.charAt(0).toUpperCase() + property.slice(1);

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};

function short(model: Model, property: string, value: unknown): string {
  if (value === undefined || value === '' || value === null) return 'nothing';
  // Anybody can write a note, so only a place that reads like one has a name.
  const place = v.safeParse(placeSchema, value);
  if (property === 'place' && place.success) return quoted(placeName(model, place.output));
  if (typeof value === 'number')
    return property === 'workItem' || property === 'story' ? `#${value}` : `${value}`;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') {
    const named = model.element.get(value as never)?.name ?? words.get(value);
    return named ?? quoted(value);
  }
  if (Array.isArray(value)) return value.map((each) => short(model, '', each)).join(', ') || 'nothing';
  const { level, kind } = record(value);
  const main = typeof level === 'string' ? level : typeof kind === 'string' ? kind : undefined;
  return main === undefined ? 'something else' : (words.get(main) ?? main);
}

/** The reason that a level or a status came with. */
function becauseOf(value: unknown): string {
  const { reason, justification, note } = record(value);
  const text = [reason, justification, note].find((each) => typeof each === 'string' && each !== '');
  return typeof text === 'string' ? `, because ${quoted(text)}` : '';
}

function judged(model: Model, property: string, given: Spoken): string {
  const [was, is] = [given.was[property], given.is[property]];
  const [from, to] = [short(model, property, was), short(model, property, is)];
  const because = becauseOf(is);
  const of = `${nameOf(property)} of ${quoted(given.name)}`;
  if (from === to && record(was)['basis'] !== record(is)['basis'])
    return `${of} confirmed as ${to}${because}`;
  if (from === to)
    return because ? `Reason for the ${of.charAt(0).toLowerCase()}${of.slice(1)}${because}` : `${of} changed`;
  return `${of} from ${from} to ${to}${because}`;
}

function propertyBag(property: string, given: Spoken, model: Model): string[] {
  const [was, is] = [record(given.was[property]), record(given.is[property])];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((key) => !sameValue(was[key], is[key]))
    .slice(0, 6)
    .map(
      (key) =>
        `${quoted(key)} of ${quoted(given.name)} from ${short(model, key, was[key])} to ${short(model, key, is[key])}`,
    );
}

function changedProperty(model: Model, property: string, given: Spoken): string[] {
  if (property === 'edited') return whyRewritten(given);
  if (property === 'properties') return propertyBag(property, given, model);
  if (property === 'drawing') return [`${quoted(given.name)} moved on the drawing`];
  if (property === 'title' || property === 'name') {
    return [
      `${kindWords[given.kind]} ${short(model, '', given.was[property])} is now called ${short(model, '', given.is[property])}`,
    ];
  }
  if (longTexts.has(property)) return [`${nameOf(property)} of ${quoted(given.name)} rewritten`];
  return [judged(model, property, given)];
}

/** "Why “…” was rewritten: …": the reason that came with new words. */
function whyRewritten(given: Spoken): string[] {
  const [was, is] = [record(given.was['edited']), record(given.is['edited'])];
  const said = Object.keys(is).filter((field) => !sameValue(was[field], is[field]));
  const reasons = new Set(said.map((field) => record(is[field])['why']));
  return [...reasons].flatMap((why) =>
    typeof why === 'string' && why !== ''
      ? [`${quoted(given.name)} was rewritten because ${quoted(why)}`]
      : [],
  );
}

/** What people say to each other reads as what they did, not as a property of theirs. */
function saidToOthers({ kind, how, name, was, is }: Spoken): readonly string[] | undefined {
  if (kind === 'comment' && how === 'changed' && sameValue(was['text'], is['text']))
    return [`Comment ${quoted(name)} ${is['settled'] === undefined ? 'opened again' : 'settled'}`];
  if (kind !== 'review' || name === '') return undefined;
  if (how === 'added') return [`${name} asked for a review`];
  const decided = record(is['decision'])['kind'];
  if (typeof decided !== 'string') return undefined;
  const note = record(is['decision'])['note'];
  const because = typeof note === 'string' && note !== '' ? `, because ${quoted(note)}` : '';
  return [`Review that ${name} asked for: ${decisionWords[decided] ?? 'decided'}${because}`];
}

/** What changed, one sentence for each property; none when only technical things did. */
export function sentencesOf(model: Model, given: Spoken): readonly string[] {
  const said = saidToOthers(given);
  if (said) return said;
  const called = given.name ? ` ${quoted(given.name)}` : '';
  if (given.how === 'added') return [`${kindWords[given.kind]}${called} added`];
  if (given.how === 'removed') return [`${kindWords[given.kind]}${called} removed`];
  const properties = [...new Set([...Object.keys(given.was), ...Object.keys(given.is)])];
  return properties
    .filter((each) => !unsaid.has(each))
    .flatMap((each) => changedProperty(model, each, given));
}

/** The words for a kept note; a name that it does not hold is looked up in the model. */
export function spokenNote(model: Model, change: NoteChange): Spoken {
  const { kind, id, how, was = {}, is = {} } = change;
  const now = kind === 'info' ? model.info : (model[kind] as ReadonlyMap<string, Entity>).get(id);
  const linked = nameIn(model, now ?? (how === 'removed' ? (was as unknown as Entity) : undefined));
  return { kind, id, how, name: change.name ?? linked, was, is };
}

/** The words for a difference between two moments; names are looked up in `model`. */
export function spokenDifference(model: Model, difference: Difference): Spoken {
  const { kind, id, before, after } = difference;
  const [old, now] = [new Map(Object.entries(before ?? {})), new Map(Object.entries(after ?? {}))];
  const names = [...new Set([...old.keys(), ...now.keys()])].filter(
    (name) => !sameValue(old.get(name), now.get(name)),
  );
  const side = (of: ReadonlyMap<string, unknown>) =>
    Object.fromEntries(names.flatMap((name) => (of.has(name) ? [[name, of.get(name)]] : [])));
  const how = before ? (after ? 'changed' : 'removed') : 'added';
  return { kind, id, how, name: nameIn(model, after ?? before), was: side(old), is: side(now) };
}
