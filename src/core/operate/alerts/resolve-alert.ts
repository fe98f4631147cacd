/** From an alert back to the model: by the ids that it carries, else by what it says. */
import type { SecurityEvent } from '../../model/event';
import type { EventId, ThreatId } from '../../model/ids';
import type { Model } from '../../model/model';
import type { ModelIndex } from '../../model/model-index';
import { placeName } from '../../model/model-index';
import type { Threat } from '../../model/threat';
import { ruleIdOf } from '../artefact';
import type { Alert } from './alert';
import { techniquesIn, topicsOf } from './vocabulary';

export interface AlertMatch {
  /** Undefined: a threat that no event tells of. */
  readonly event: SecurityEvent | undefined;
  readonly threats: readonly Threat[];
  /** 1 by id; else how much of what the alert says is said by the model, above 0 and below 1. */
  readonly score: number;
  /** Why, in short sentences. */
  readonly because: readonly string[];
}
export type Resolution =
  | { readonly kind: 'by-id'; readonly matches: readonly AlertMatch[] }
  /** The best first, at most six. Somebody has to choose. */
  | { readonly kind: 'by-match'; readonly matches: readonly AlertMatch[] }
  | { readonly kind: 'nothing' };

/** What of the model an id leads to. */
type Target =
  | { readonly kind: 'event'; readonly event: EventId; readonly because: string }
  | { readonly kind: 'threats'; readonly threats: readonly ThreatId[]; readonly because: string };

/** One event, or one threat without any, with the words that speak for it. */
interface Candidate {
  readonly event: SecurityEvent | undefined;
  readonly threats: readonly Threat[];
  /** Topic -> how much it counts here. */
  readonly topics: ReadonlyMap<string, number>;
  readonly techniques: ReadonlySet<string>;
  readonly logNames: readonly string[];
}

/** The look-ups that many alerts share; made once for a model. */
export interface Watch {
  readonly targets: ReadonlyMap<string, Target>;
  readonly byTask: ReadonlyMap<number, Target>;
  readonly candidates: () => readonly Candidate[];
  /** Topic -> how telling it is: rare ones more than common ones. */
  readonly worth: (topic: string) => number;
  readonly model: Model;
}

/** Every kind of rule that the files for operations hold (core/operate/artefacts). */
const ruleKinds = ['sigma', 'sigma-next', 'sigma-correlation', 'sentinel', 'monitor'] as const;
const ruleWords: Record<(typeof ruleKinds)[number], string> = {
  sigma: 'a Sigma rule',
  'sigma-next': 'a Sigma rule',
  'sigma-correlation': 'a Sigma rule',
  sentinel: 'a rule of Microsoft Sentinel',
  monitor: 'an alert rule of Azure Monitor',
};

function targetsOf(model: Model, index: ModelIndex): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>();
  for (const { id } of model.threat.values())
    targets.set(id, { kind: 'threats', threats: [id], because: 'It names the threat by its id.' });
  for (const { id } of model.mitigation.values()) {
    const threats = index.treatmentsOfMitigation(id).map(({ threat }) => threat);
    targets.set(id, {
      kind: 'threats',
      threats,
      because: 'It names a mitigation of these threats by its id.',
    });
  }
  for (const { id, mitigation } of model.realisation.values()) {
    const threats = index.treatmentsOfMitigation(mitigation).map(({ threat }) => threat);
    targets.set(id, { kind: 'threats', threats, because: 'It carries the link of a mitigation’s Task.' });
  }
  for (const event of model.event.values()) {
    for (const kind of ruleKinds) {
      const because = `It was raised by ${ruleWords[kind]} that was made for this event.`;
      targets.set(ruleIdOf(model.info.id, event.id, kind), { kind: 'event', event: event.id, because });
    }
    targets.set(event.id, { kind: 'event', event: event.id, because: 'It names the event by its id.' });
  }
  return targets;
}

function tasksOf(model: Model, index: ModelIndex): ReadonlyMap<number, Target> {
  const tasks = new Map<number, Target>();
  for (const { workItem, mitigation } of model.realisation.values()) {
    if (workItem === null) continue;
    const threats = index.treatmentsOfMitigation(mitigation).map(({ threat }) => threat);
    tasks.set(workItem, {
      kind: 'threats',
      threats,
      because: `It is, or links to, the Task #${workItem} of a mitigation.`,
    });
  }
  return tasks;
}

/** How much each part of a model says about what it looks like when it happens. */
const parts = {
  name: 3,
  title: 3,
  meaning: 2,
  raisedWhen: 2,
  response: 0.5,
  threat: 2,
  description: 1,
  place: 1,
};

function addTopics(topics: Map<string, number>, text: string, weight: number): void {
  for (const topic of topicsOf(text).keys()) topics.set(topic, Math.max(topics.get(topic) ?? 0, weight));
}

function candidateOf(model: Model, event: SecurityEvent | undefined, threats: readonly Threat[]): Candidate {
  const topics = new Map<string, number>();
  if (event) {
    addTopics(topics, event.logName, parts.name);
    addTopics(topics, event.title, parts.title);
    addTopics(topics, event.meaning, parts.meaning);
    addTopics(topics, `${event.raisedWhen} ${event.table ?? ''}`, parts.raisedWhen);
    addTopics(topics, event.firstResponse.join(' '), parts.response);
  }
  for (const threat of threats) {
    addTopics(topics, threat.title, event ? parts.threat : parts.title);
    addTopics(topics, threat.description, parts.description);
    addTopics(topics, placeName(model, threat.place), parts.place);
  }
  return {
    event,
    threats,
    topics,
    techniques: new Set(event?.attack ?? []),
    logNames: event ? [event.logName.toLowerCase()] : [],
  };
}

function candidatesOf(model: Model): readonly Candidate[] {
  const told = new Set<ThreatId>();
  const events = [...model.event.values()].filter(({ choice }) => choice !== 'declined');
  const found = events.map((event) => {
    const threats = event.threats.flatMap((id) => model.threat.get(id) ?? []);
    for (const { id } of threats) told.add(id);
    return candidateOf(model, event, threats);
  });
  const silent = [...model.threat.values()].filter(
    ({ id, status }) => !told.has(id) && status.kind !== 'not-applicable',
  );
  return [...found, ...silent.map((threat) => candidateOf(model, undefined, [threat]))];
}

/** Makes the look-ups. O(model); hold on to them for as long as the model is the same value. */
export function watchModel(model: Model, index: ModelIndex): Watch {
  let made: { readonly all: readonly Candidate[]; readonly worth: ReadonlyMap<string, number> } | undefined;
  const prepare = () => {
    if (made) return made;
    const all = candidatesOf(model);
    const seen = new Map<string, number>();
    for (const { topics } of all)
      for (const topic of topics.keys()) seen.set(topic, (seen.get(topic) ?? 0) + 1);
    // Inverse document frequency, so that a word of every event tells nothing.
    const worth = new Map(
      [...seen].map(([topic, times]) => [topic, Math.log((all.length + 1) / (times + 0.5))] as const),
    );
    made = { all, worth };
    return made;
  };
  return {
    model,
    targets: targetsOf(model, index),
    byTask: tasksOf(model, index),
    candidates: () => prepare().all,
    worth: (topic) => prepare().worth.get(topic) ?? 0,
  };
}

function eventsTelling(model: Model, threats: readonly ThreatId[]): readonly SecurityEvent[] {
  return [...model.event.values()].filter(
    ({ choice, threats: told }) => choice === 'selected' && told.some((id) => threats.includes(id)),
  );
}

/** What the targets say together: events first, then threats that none of those events tells of. */
function byTargets(model: Model, targets: readonly Target[]): readonly AlertMatch[] {
  const matches = new Map<string, AlertMatch>();
  const add = (event: SecurityEvent | undefined, threats: readonly Threat[], because: string) => {
    const key = event?.id ?? threats.map(({ id }) => id).join();
    if (!matches.has(key)) matches.set(key, { event, threats, score: 1, because: [because] });
  };
  const told = new Set<ThreatId>();
  for (const target of targets) {
    const event = target.kind === 'event' ? model.event.get(target.event) : undefined;
    if (!event) continue;
    const threats = event.threats.flatMap((id) => model.threat.get(id) ?? []);
    for (const { id } of threats) told.add(id);
    add(event, threats, target.because);
  }
  for (const target of targets) {
    if (target.kind !== 'threats') continue;
    const left = target.threats.filter((id) => !told.has(id));
    const threats = left.flatMap((id) => model.threat.get(id) ?? []);
    if (threats.length === 0) continue;
    // A threat that is named outright is the cause; an event that tells of it only says how it would have been seen.
    const [event] = eventsTelling(model, left);
    add(event, threats, target.because);
  }
  return [...matches.values()];
}

/** The weight of the words that the alert calls itself by, beside those of everything else in it. */
const ofTitle = 2;
/** An exact log name or technique says more than a word: as much as several rare ones. */
const ofName = 12;
const ofTechnique = 4;
const listed = 6;
/** Less than this is chance: a word or two that everybody uses. */
const least = 0.06;

/** What the alert speaks of: how much it counts, and the word as it stands there. */
type Said = ReadonlyMap<string, { readonly weight: number; readonly word: string }>;

function topicsOfAlert({ title, text }: Alert): Said {
  const topics = new Map<string, { readonly weight: number; readonly word: string }>();
  for (const [topic, word] of topicsOf(text)) topics.set(topic, { weight: 1, word });
  for (const [topic, word] of topicsOf(title)) topics.set(topic, { weight: ofTitle, word });
  return topics;
}

function rate(watch: Watch, alert: Alert, said: Said) {
  const techniques = techniquesIn(`${alert.title}\n${alert.text}`);
  const spoken = `${alert.title}\n${alert.text}`.toLowerCase();
  return watch.candidates().map((candidate) => {
    const shared: (readonly [string, number])[] = [];
    let points = 0;
    let most = 0;
    for (const [topic, weight] of candidate.topics) {
      const worth = watch.worth(topic) * weight;
      most += worth * worth;
      const heard = said.get(topic);
      if (heard === undefined) continue;
      shared.push([heard.word, worth * heard.weight]);
      points += worth * heard.weight;
    }
    const because: string[] = [];
    const named = candidate.logNames.find((name) => name.length > 5 && spoken.includes(name));
    if (named !== undefined) {
      points += ofName;
      because.push(`It says “${candidate.event?.logName ?? named}”.`);
    }
    const technique = [...candidate.techniques].find((id) => techniques.has(id));
    if (technique !== undefined) {
      points += ofTechnique;
      because.push(`Both are ${technique} of MITRE ATT&CK.`);
    }
    const best = shared
      .sort((a, b) => b[1] - a[1])
      .slice(0, 4)
      .map(([word]) => word);
    if (best.length > 0) because.push(`Both speak of: ${best.join(', ')}.`);
    // A candidate of many words must not win by having them all.
    return { candidate, because, points: points / Math.sqrt(Math.sqrt(most) + 10) };
  });
}

function byWords(watch: Watch, alert: Alert): readonly AlertMatch[] {
  const said = topicsOfAlert(alert);
  const rated = rate(watch, alert, said).sort((a, b) => b.points - a.points);
  return rated
    .map(({ candidate: { event, threats }, because, points }) => ({
      event,
      threats,
      because,
      score: points / (points + 5),
    }))
    .filter(({ score }) => score >= least)
    .slice(0, listed);
}

/** By id alone; empty when it carries none of ours. Cheap enough for a feed. */
export function resolveById(watch: Watch, alert: Alert): readonly AlertMatch[] {
  const ids = alert.ids.flatMap((id) => watch.targets.get(id) ?? []);
  const tasks = alert.workItems.flatMap((id) => watch.byTask.get(id) ?? []);
  return ids.length + tasks.length === 0 ? [] : byTargets(watch.model, [...ids, ...tasks]);
}

export function resolveAlert(watch: Watch, alert: Alert): Resolution {
  const sure = resolveById(watch, alert);
  if (sure.length > 0) return { kind: 'by-id', matches: sure };
  const matches = byWords(watch, alert);
  return matches.length > 0 ? { kind: 'by-match', matches } : { kind: 'nothing' };
}
