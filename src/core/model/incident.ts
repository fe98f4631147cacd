/** What happened: incidents that people kept with the model, and counts of the alerts that reached it (R61, R62). */
import * as v from 'valibot';
import { eventId, evidenceId, incidentId, threatId } from './ids';
import { instant, line, prose, workItemId } from './parts';

/** Where an alert comes from: the forms that core/operate/alerts reads. */
export const alertSources = ['azure-monitor', 'sentinel', 'sarif', 'work-item'] as const;
export type AlertSource = (typeof alertSources)[number];

const some = <T extends v.GenericSchema>(schema: T) => v.pipe(v.array(schema), v.maxLength(1000));

/** An alert that somebody looked into. Its links are wishes, as those of a requirement. */
export const incident = v.object({
  id: incidentId,
  /** In the words of the model or of the person: never the title of a work item. */
  title: line,
  /** When the alert fired, or else when it was saved. */
  at: instant,
  source: v.picklist(alertSources),
  /** What the source knows the alert by. */
  alert: line,
  events: some(eventId),
  threats: some(threatId),
  workItems: some(workItemId),
  /** What was found to be the cause. */
  found: prose,
  /** What the next model should know. */
  lesson: v.exactOptional(prose),
  state: v.picklist(['open', 'closed']),
});
export type Incident = v.InferOutput<typeof incident>;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const evidenceDay = v.object({
  /** UTC. */
  day: v.pipe(v.string(), v.isoDate()),
  count: v.pipe(count, v.minValue(1)),
});
export type EvidenceDay = v.InferOutput<typeof evidenceDay>;

/** How often alerts told of an event, or of a threat that they named without one. Written by the feed alone. */
export const evidence = v.object({
  id: evidenceId,
  about: v.variant('kind', [
    v.object({ kind: v.literal('event'), id: eventId }),
    v.object({ kind: v.literal('threat'), id: threatId }),
  ]),
  /** Since the feed began; older days than those below are in it. */
  total: count,
  first: instant,
  last: instant,
  /** Ascending; the newest 400 days that had any. */
  days: v.pipe(v.array(evidenceDay), v.maxLength(400)),
});
export type Evidence = v.InferOutput<typeof evidence>;
