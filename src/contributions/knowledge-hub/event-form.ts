/** A security event of a package as its form holds it, and the operations that say what somebody changed in it. Pure. */
import { mergeDifference } from '../../core/kb/merge-patch';
import type { Operation } from '../../core/kb/overlay-schema';
import type { KnowledgeEvent } from '../../core/kb/package';
import { textsOfEvent } from '../../core/kb/propose-events';
import type { EventTexts } from '../../core/model/edits/events';
import type { Threshold } from '../../core/model/event';
import { emptyEventDraft, eventDraftOf, readEventDraft } from '../../core/operate/event-draft';
import type { DraftField, EventDraft } from '../../core/operate/event-draft';
import type { Edited } from './EntryPanel';
import { namesIn } from './form-parts';

type Json = Readonly<Record<string, unknown>>;

export interface EventForm {
  readonly draft: EventDraft;
  readonly top: boolean;
  readonly level: '1' | '2' | '3';
  /** Apart by commas. */
  readonly tags: string;
}

export const emptyEvent: EventForm = { draft: emptyEventDraft, top: false, level: '2', tags: '' };

/** `tags`: as they stand in the file; the product reads none of an event. */
export function eventForm(known: KnowledgeEvent, tags: readonly string[]): EventForm {
  const { top, level } = known;
  return {
    draft: eventDraftOf({ ...textsOfEvent(known), threats: [], choice: 'selected' }),
    top,
    level: level === 1 ? '1' : level === 3 ? '3' : '2',
    tags: tags.join(', '),
  };
}

/** Log name -> the reference to the event that has it: a sequence names the event that follows. */
export type Followers = ReadonlyMap<string, string>;

/** What is wrong, one sentence for each field; nothing when all is well. */
export function eventProblems(
  { draft }: EventForm,
  followers: Followers,
): Readonly<Partial<Record<DraftField, string>>> {
  const reading = readEventDraft(draft);
  if (reading.kind === 'problems') return reading.problems;
  return draft.kind === 'sequence' && !followers.has(draft.then.trim())
    ? { then: 'Choose the event that follows.' }
    : {};
}

const logLevels = { info: 'INFO', warning: 'WARN', error: 'ERROR', critical: 'CRITICAL' } as const;

function thresholdData(threshold: Threshold, followers: Followers): Json {
  switch (threshold.kind) {
    case 'each':
    case 'count':
      return { ...threshold };
    case 'distinct': {
      const { field, ...rest } = threshold;
      return { ...rest, distinctField: field };
    }
    case 'sequence':
      return { ...threshold, then: followers.get(threshold.then) ?? threshold.then };
  }
}

const some = (key: string, value: string | readonly unknown[] | undefined): Json =>
  value === undefined || value.length === 0 ? {} : { [key]: value };
const part = (key: string, value: Json): Json => (Object.keys(value).length === 0 ? {} : { [key]: value });

function textsData(texts: EventTexts, followers: Followers): Json {
  const { selection = [] } = texts;
  return {
    name: texts.title,
    source: texts.source,
    raisedWhen: texts.raisedWhen,
    logName: texts.logName,
    logLevel: logLevels[texts.level],
    fields: texts.fields,
    threshold: thresholdData(texts.threshold, followers),
    severity: texts.severity,
    ...some('falsePositives', texts.falsePositives),
    ...part('response', {
      ...some('meaning', texts.meaning),
      ...some('first', texts.firstResponse),
      ...some('automatic', texts.automaticResponse),
    }),
    ...part('maps', some('attack', texts.attack)),
    ...part('platformQuery', {
      ...some('kqlTable', texts.table),
      ...part('sigmaSelection', Object.fromEntries(selection.map(({ field, values }) => [field, values]))),
    }),
  };
}

/** As a package's file has it; undefined while the form does not hold. */
function eventData({ draft, top, level, tags }: EventForm, followers: Followers): Json | undefined {
  const reading = readEventDraft(draft);
  if (reading.kind === 'problems') return undefined;
  const words = [...new Set(namesIn(tags))];
  return { ...textsData(reading.event, followers), top, level: Number(level), ...some('tags', words) };
}

/** The operations that make one form of the event into the other, or that add it; none when nothing differs. */
export function eventOperations(
  id: string,
  { isNew, before, after, because }: Edited<EventForm>,
  followers: Followers,
): readonly Operation[] {
  const made = eventData(after, followers);
  if (!made) return [];
  const reason = because === '' ? {} : { because };
  if (isNew) return [{ op: 'add', type: 'event', value: { id, ...made }, ...reason }];
  const set = mergeDifference(eventData(before, followers) ?? {}, made);
  return Object.keys(set).length > 0 ? [{ op: 'patch', type: 'event', id, set, ...reason }] : [];
}
