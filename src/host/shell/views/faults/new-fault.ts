/** The form of a new fault: texts as they were typed, and the fault that they mean. */
import type { CallMatch, Effect, Moment, NewFault } from '../../../faults/fault';

export interface FaultDraft {
  readonly method: string;
  /** An operation or, with a slash in it, a path. */
  readonly where: string;
  readonly user: string;
  readonly from: string;
  /** Empty for every call. */
  readonly count: string;
  readonly kind: Effect['kind'];
  /** Status, milliseconds or seconds: what the kind needs. */
  readonly number: string;
  readonly when: Moment;
}

export const emptyDraft: FaultDraft = {
  method: '',
  where: '',
  user: '',
  from: '1',
  count: '1',
  kind: 'fail',
  number: '503',
  when: 'before',
};

/** What the number of each kind is called, and its first value; kinds without a number are not here. */
export const numbers: Partial<Record<Effect['kind'], { readonly label: string; readonly first: string }>> = {
  fail: { label: 'Status', first: '503' },
  delay: { label: 'Milliseconds', first: '2000' },
  block: { label: 'Retry-After in seconds', first: '5' },
  warn: { label: 'Retry-After in seconds', first: '5' },
};

/** Kinds that wait, and can do so between reading and saving. */
export const waits = (kind: Effect['kind']): boolean => kind === 'delay' || kind === 'hold';
/** Kinds that can strike when everything has been done. */
export const hasMoment = (kind: Effect['kind']): boolean => ['fail', 'drop', 'delay', 'hold'].includes(kind);

/** Wrong numbers are sent as they are: the server names what is wrong with them. */
export function faultOf(draft: FaultDraft): NewFault {
  const where = draft.where.trim();
  const isPath = where.includes('/') && !where.includes(' ') && !where.includes('{');
  const match: CallMatch = {
    ...(draft.method === '' ? {} : { method: draft.method }),
    ...(where === '' ? {} : isPath ? { path: where } : { operation: where }),
    ...(draft.user === '' ? {} : { user: draft.user }),
  };
  return {
    match,
    from: Number(draft.from),
    count: draft.count.trim() === '' ? null : Number(draft.count),
    effect: effectOf(draft),
  };
}

const endOf = (when: Moment): Exclude<Moment, 'between'> => (when === 'after' ? when : 'before');

function effectOf({ kind, number, when }: FaultDraft): Effect {
  switch (kind) {
    case 'watch':
      return { kind };
    case 'fail':
      return { kind, status: Number(number), when: endOf(when) };
    case 'delay':
      return { kind, milliseconds: Number(number), when };
    case 'drop':
      return { kind, when: endOf(when) };
    case 'hold':
      return { kind, when };
    case 'block':
    case 'warn':
      return number.trim() === '' ? { kind } : { kind, retryAfter: Number(number) };
  }
}

export function momentOf(text: string): Moment {
  return text === 'after' || text === 'between' ? text : 'before';
}
