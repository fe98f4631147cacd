/** A fault in words. */
import type { CallMatch, Effect, Fault, MatchedCall, Moment } from '../../../faults/fault';

const moments: Readonly<Record<Moment, string>> = {
  before: '',
  between: ', between reading and saving',
  after: ', after its effect',
};

export function describeMatch({ method, operation, path, user }: CallMatch): string {
  const parts = [
    method?.toUpperCase() ?? 'Any call',
    operation?.replace(/^\w+\/[\d.]+ /, ''),
    path,
    user === undefined ? undefined : `by ${user}`,
  ];
  return parts.filter((part) => part !== undefined).join(' ');
}

export function describeEffect(effect: Effect): string {
  const late = 'when' in effect ? moments[effect.when ?? 'before'] : '';
  switch (effect.kind) {
    case 'watch':
      return 'only listed';
    case 'fail':
      return `fails with ${effect.status}${effect.typeKey === undefined ? '' : ` ${effect.typeKey}`}${late}`;
    case 'drop':
      return `loses its connection${late}`;
    case 'delay':
      return `waits ${effect.milliseconds / 1000} s${late}`;
    case 'hold':
      return `waits until released${late}`;
    case 'block':
      return `429, come back in ${effect.retryAfter ?? 5} s`;
    case 'warn':
      return `succeeds with rate-limit headers${effect.retryAfter === undefined ? '' : `, Retry-After ${effect.retryAfter} s`}`;
  }
}

/** Which of the matching calls are struck: "call 1", "calls 2 to 4", "every call from 3 on". */
export function describeCount({ from, count }: Pick<Fault, 'from' | 'count'>): string {
  if (count === null) return from === 1 ? 'every call' : `every call from ${from} on`;
  return count === 1 ? `call ${from}` : `calls ${from} to ${from + count - 1}`;
}

export function describeOutcome({ isStruck, status }: Pick<MatchedCall, 'isStruck' | 'status'>): string {
  const outcome = status === null ? 'no answer' : String(status);
  return isStruck ? `${outcome}, struck` : outcome;
}
