/** Reads a widget that a client sent, over the one that is kept. */
import { randomUUID } from 'node:crypto';
import { problem } from '../kernel/problem';
import { requireObject, sent, sentText } from '../kernel/sent';
import type { StoredWidget } from './dashboards';

const LARGEST_SPAN = 10;

/**
 * @param before the kept widget that a PATCH lays itself over; undefined for a new one and for PUT.
 * @throws Problem 400 for a widget without name or contribution, or with a size or position that is none;
 * 409 for an eTag that is not the kept one.
 */
export function readWidget(raw: unknown, before: StoredWidget | undefined): StoredWidget {
  const body = requireObject(raw);
  const name = sentText(body, 'name') ?? before?.name;
  const contributionId = sentText(body, 'contributionId') ?? before?.contributionId;
  if (name === undefined || name.trim() === '') throw invalid('A widget must have a name.');
  if (contributionId === undefined || contributionId === '')
    throw invalid('A widget must have a contributionId.');
  const position = pair(body, 'position', ['row', 'column'], before?.position);
  const size = pair(body, 'size', ['rowSpan', 'columnSpan'], before?.size);
  if (Math.max(size.rowSpan, size.columnSpan) > LARGEST_SPAN || Math.min(size.rowSpan, size.columnSpan) < 1)
    throw invalid(`The size of a widget must be between 1 and ${LARGEST_SPAN} in both directions.`);
  const settings = sent(body, 'settings');
  return {
    id: before?.id ?? randomUUID(),
    etag: (before?.etag ?? 0) + 1,
    name,
    contributionId,
    position,
    size,
    settings:
      settings === undefined ? (before?.settings ?? null) : settings === null ? null : String(settings),
    settingsVersion: version(sent(body, 'settingsVersion'), before),
  };
}

/** @throws Problem 409 when a client knows another version than the kept one; without an eTag the last writer wins. */
export function requireEtag(
  raw: unknown,
  kind: 'dashboard' | 'widget',
  before: Pick<StoredWidget, 'id' | 'etag'>,
): void {
  const etag = sentText(raw, 'eTag');
  if (etag === undefined || etag === '' || etag === String(before.etag)) return;
  throw problem(
    409,
    kind === 'widget' ? 'WidgetETagConflictException' : 'DashboardETagConflictException',
    `The ${kind} ${before.id} was changed by somebody else: its version is ${before.etag}, not ${etag}.`,
  );
}

type Pair<A extends string, B extends string> = Readonly<Record<A | B, number>>;

function pair<A extends string, B extends string>(
  body: object,
  name: string,
  [first, second]: readonly [A, B],
  before: Pair<A, B> | undefined,
): Pair<A, B> {
  const raw = sent(body, name);
  const read = (part: A | B): number => {
    const value = sent(raw, part) ?? before?.[part] ?? 1;
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1000) return value;
    throw invalid(`The ${name} of a widget needs whole numbers ${first} and ${second}.`);
  };
  return { [first]: read(first), [second]: read(second) } as Pair<A, B>;
}

function version(raw: unknown, before: StoredWidget | undefined): StoredWidget['settingsVersion'] {
  const kept = before?.settingsVersion ?? { major: 1, minor: 0, patch: 0 };
  if (raw === undefined || raw === null) return kept;
  const part = (name: 'major' | 'minor' | 'patch'): number => Number(sent(raw, name) ?? kept[name]) || 0;
  return { major: part('major'), minor: part('minor'), patch: part('patch') };
}

function invalid(message: string): Error {
  return problem(400, 'InvalidWidgetException', message);
}
