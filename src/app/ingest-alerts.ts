/** Takes a stream of alerts into the evidence of models: counted once, whatever is sent again. */
import type { ModelId } from '../core/model/ids';
import { indexModel } from '../core/model/model-index';
import type { Model } from '../core/model/model';
import { sameValue } from '../core/model/same-value';
import { applyEdit } from '../core/model/edit';
import { resolveById, watchModel } from '../core/operate/alerts/resolve-alert';
import type { Watch } from '../core/operate/alerts/resolve-alert';
import type { Alert } from '../core/operate/alerts/alert';
import { readFeedLine } from '../core/operate/feed/feed-line';
import { Fingerprints } from '../core/operate/feed/fingerprints';
import { newsIn, Tally } from '../core/operate/feed/tally';
import type { About, News } from '../core/operate/feed/tally';
import { alertsCollection } from '../core/store/collections';
import { openModel } from './open-model';
import { ModelError } from './model-error';
import { DocumentError } from './ports';
import type { Documents, Ports } from './ports';
import { saveModel } from './save-model';

/** What came of a stream. Lines are counted from 1. */
export interface IngestReport {
  readonly lines: number;
  readonly counted: number;
  /** Counted before, by this stream or an earlier one. */
  readonly known: number;
  /** The news that an alert is over, or that somebody looked at a result: no count. */
  readonly over: number;
  /** Alerts that carry no id of these models. */
  readonly strange: number;
  /** Lines that could not be read, or not whole. */
  readonly malformed: number;
  /** The first of them. */
  readonly problems: readonly { readonly line: number; readonly reason: string }[];
  /** Of those counted now, by title. */
  readonly models: readonly { readonly id: ModelId; readonly name: string; readonly counted: number }[];
  /** True when a model holds as many alerts as it may: the rest was not counted. */
  readonly isFull: boolean;
  /** True when somebody stopped it: `lines` were read and are kept, what comes after them was not. */
  readonly isStopped: boolean;
}

const problemsListed = 100;

/** What is stored, without the documents: they would be as large again. */
async function tallyOf(
  documents: Documents,
  collection: string,
): Promise<{ readonly tally: Tally; readonly etags: ReadonlyMap<string, number> }> {
  const stored = await documents.list(collection);
  return { tally: new Tally(stored), etags: new Map(stored.map(({ id, __etag }) => [id, __etag])) };
}

interface Target {
  readonly model: Model;
  readonly watch: Watch;
  readonly tally: Tally;
  counted: number;
}

async function targetOf(ports: Ports, projectId: string, id: ModelId): Promise<Target> {
  const { model } = await openModel(ports, projectId, id);
  const { tally } = await tallyOf(ports.documents, alertsCollection(projectId, id));
  return { model, watch: watchModel(model, indexModel(model)), tally, counted: 0 };
}

function aboutsOf(watch: Watch, alert: Alert): readonly About[] {
  return resolveById(watch, alert).flatMap(({ event, threats }): readonly About[] =>
    event ? [{ kind: 'event', id: event.id }] : threats.map(({ id }): About => ({ kind: 'threat', id })),
  );
}

type Fate = 'counted' | 'known' | 'over' | 'strange' | 'full';

function takeInto(target: Target, alert: Alert, now: string): Fate {
  let fate: Fate = 'strange';
  for (const about of aboutsOf(target.watch, alert)) {
    const result = target.tally.add(about, alert.key, alert.fired ?? now);
    // One that is new for one of several threats is new.
    if (fate !== 'counted') fate = result;
  }
  if (fate === 'counted') target.counted += 1;
  return fate;
}

const worth: readonly Fate[] = ['counted', 'known', 'full', 'over', 'strange'];

function take(targets: readonly Target[], alert: Alert, now: string): Fate {
  if (!alert.isFiring) return 'over';
  const fates = targets.map((target) => takeInto(target, alert, now));
  return worth.find((fate) => fates.includes(fate)) ?? 'strange';
}

const rounds = 5;

interface Writing {
  /** Of what is stored: the documents themselves are not kept beside the tally. */
  readonly etags: ReadonlyMap<string, number>;
  readonly tally: Tally;
  readonly news: News;
  /** Takes the fingerprints of the news that were written. */
  readonly written: Fingerprints;
}

/** Writes what is new; false when another feed wrote meanwhile, so that somebody must look again. */
async function write(
  documents: Documents,
  collection: string,
  { etags, tally, news, written }: Writing,
): Promise<boolean> {
  try {
    for (const document of tally.changed()) {
      const etag = etags.get(document.id);
      if (etag === undefined) await documents.create(collection, document);
      else await documents.update(collection, { ...document, __etag: etag });
      for (const print of newsIn(document, news)) written.add(print);
    }
    return true;
  } catch (error) {
    if (error instanceof DocumentError && error.problem !== 'too-large') return false;
    throw error;
  }
}

/**
 * What is stored and what was counted now, together; whatever is cut off, the next feed makes it good. Answers the
 * fingerprints that this feed wrote: those of another feed at the same time are that one's.
 */
async function store(ports: Ports, collection: string, counted: Tally): Promise<Fingerprints> {
  const written = new Fingerprints();
  for (let round = 0; round < rounds; round += 1) {
    const { etags, tally } = await tallyOf(ports.documents, collection);
    const news = tally.merge(counted);
    if (await write(ports.documents, collection, { etags, tally, news, written })) return written;
  }
  throw new ModelError('busy', 'Other feeds write into this model all the time; try again.');
}

/**
 * The model says what the tally holds. Looked at once more after every save: of two feeds at the same time, the one
 * that saves last may have read the tally first.
 */
async function tellModel(ports: Ports, projectId: string, id: ModelId): Promise<void> {
  const collection = alertsCollection(projectId, id);
  for (let round = 0; round < rounds; round += 1) {
    const opened = await openModel(ports, projectId, id);
    const { tally } = await tallyOf(ports.documents, collection);
    const put = tally.evidence(id).filter((each) => !sameValue(each, opened.model.evidence.get(each.id)));
    if (put.length === 0) return;
    await saveModel(ports, opened, applyEdit(opened.model, { label: 'Count alerts', evidence: { put } }));
  }
}

/** Answers the fingerprints of the alerts that count because of this feed. */
async function keep(ports: Ports, projectId: string, target: Target): Promise<Fingerprints> {
  if (target.counted === 0) return new Fingerprints();
  const { id } = target.model.info;
  const written = await store(ports, alertsCollection(projectId, id), target.tally);
  target.counted = written.size;
  await tellModel(ports, projectId, id);
  return written;
}

/** Lines as they come; undefined stands for one that was too long to be kept. */
export async function ingestAlerts(
  ports: Ports,
  given: {
    readonly projectId: string;
    readonly models: readonly ModelId[];
    readonly lines: AsyncIterable<string | undefined>;
    /** Asked before each line; absent = it ends with the stream. */
    readonly stopped?: () => boolean;
  },
): Promise<IngestReport> {
  const targets = await Promise.all(given.models.map((id) => targetOf(ports, given.projectId, id)));
  const now = ports.clock.now();
  const counts: Record<Fate, number> = { counted: 0, known: 0, over: 0, strange: 0, full: 0 };
  const problems: { line: number; reason: string }[] = [];
  let [lines, malformed] = [0, 0];
  const tell = (reason: string) => {
    malformed += 1;
    if (problems.length < problemsListed) problems.push({ line: lines, reason });
  };
  for await (const line of given.lines) {
    // What stands there then may be half a line: it is for the next feed.
    if (given.stopped?.()) break;
    lines += 1;
    const read =
      line === undefined
        ? ({ kind: 'malformed', reason: 'longer than an alert may be' } as const)
        : readFeedLine(line);
    if (read.kind === 'malformed') tell(read.reason);
    if (read.kind !== 'alerts') continue;
    for (const alert of read.alerts) counts[take(targets, alert, now)] += 1;
    if (read.left > 0)
      tell(`holds ${read.left} alerts more than the ${read.alerts.length} that count of one line`);
  }
  const isStopped = given.stopped?.() ?? false;
  const written = new Fingerprints();
  for (const target of targets) {
    const kept = await keep(ports, given.projectId, target);
    for (const [print] of kept.entries()) written.add(print);
  }
  return {
    lines,
    counted: written.size,
    // Another feed at the same time may have been first.
    known: counts.known + counts.counted - written.size,
    over: counts.over,
    strange: counts.strange,
    malformed,
    problems,
    models: targets.map(({ model: { info }, counted }) => ({ id: info.id, name: info.name, counted })),
    isFull: counts.full > 0,
    isStopped,
  };
}
