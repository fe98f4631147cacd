/**
 * Throttling by TSTU: so many units in a sliding window per user; over them answers come late, far over them not at all.
 * The limit, the window, the three stages and the headers are documented (Azure DevOps "Rate and usage limits"); what
 * one call costs is not, so the costs here are ours: they are the same at every run and may be set.
 */
import type { Headers } from '../kernel/headers';

export interface ThrottlingRules {
  /** TSTU that a user may spend in a window before answers are delayed. */
  readonly limit: number;
  readonly windowSeconds: number;
  /** TSTU at which calls are refused instead of delayed. */
  readonly blockAt: number;
  /** The longest delay; the original's is 30 s. */
  readonly longestDelaySeconds: number;
  /** TSTU of a call that reads, of one that writes or asks a query. */
  readonly readCost: number;
  readonly writeCost: number;
}

/** The documented limit and window. A person's ordinary use costs ten units or fewer in five minutes. */
export const DEFAULT_RULES: ThrottlingRules = {
  limit: 200,
  windowSeconds: 300,
  blockAt: 400,
  longestDelaySeconds: 30,
  readCost: 0.1,
  writeCost: 0.5,
};

/** From this share of the limit on, answers carry the headers. */
const FLAG_AT = 0.8;

export type Verdict =
  | { readonly kind: 'free' }
  | { readonly kind: 'flagged'; readonly headers: Headers }
  | { readonly kind: 'delayed'; readonly seconds: number; readonly headers: Headers }
  | { readonly kind: 'blocked'; readonly headers: Headers };

interface Spent {
  readonly at: number;
  readonly cost: number;
}

/** The headers of a limited answer. @param reset seconds since 1970 at which the use has fallen to nothing. */
export function rateLimitHeaders(of: {
  readonly limit: number;
  readonly remaining: number;
  readonly reset: number;
  readonly delaySeconds?: number;
  readonly retryAfter?: number;
}): Headers {
  return {
    'x-ratelimit-resource': 'Core',
    'x-ratelimit-limit': String(of.limit),
    'x-ratelimit-remaining': String(Math.max(0, Math.floor(of.remaining))),
    'x-ratelimit-reset': String(of.reset),
    ...(of.delaySeconds === undefined ? {} : { 'x-ratelimit-delay': of.delaySeconds.toFixed(3) }),
    ...(of.retryAfter === undefined ? {} : { 'retry-after': String(of.retryAfter) }),
  };
}

/** The sentence of the original. @param user the id of the caller. */
export function blockedMessage(user: string): string {
  return `TF400733: The request has been canceled: Request was blocked due to exceeding usage of resource 'Core' in namespace '${user}'. For more information on why your request was blocked, see the topic "Rate limits" on the Microsoft Web site (https://go.microsoft.com/fwlink/?LinkId=823950).`;
}

export class Throttling {
  private rules: ThrottlingRules | null = null;
  private readonly spent = new Map<string, Spent[]>();

  /** Null while it is off, as it is from the start. */
  get current(): ThrottlingRules | null {
    return this.rules;
  }

  turnOn(rules: ThrottlingRules): void {
    this.rules = rules;
    this.spent.clear();
  }

  turnOff(): void {
    this.rules = null;
    this.spent.clear();
  }

  /** Books a call of a user at server time `now` in milliseconds. A refused call costs nothing. */
  charge(user: string, method: string, now: number): Verdict {
    const rules = this.rules;
    if (!rules) return { kind: 'free' };
    const window = rules.windowSeconds * 1000;
    // A clock that was set back leaves nothing of the future behind.
    const recent = (this.spent.get(user) ?? []).filter(({ at }) => at <= now && now - at < window);
    const cost = method === 'GET' ? rules.readCost : rules.writeCost;
    const used = recent.reduce((sum, one) => sum + one.cost, 0) + cost;
    const blocked = used > rules.blockAt;
    const kept = blocked ? recent : [...recent, { at: now, cost }];
    this.spent.set(user, kept);
    return verdict(rules, used, {
      oldest: (kept[0]?.at ?? now) + window,
      newest: (kept.at(-1)?.at ?? now) + window,
      now,
    });
  }
}

/** When the first and the last unit of the window are forgotten, in milliseconds since 1970. */
interface Horizon {
  readonly oldest: number;
  readonly newest: number;
  readonly now: number;
}

function verdict(rules: ThrottlingRules, used: number, { oldest, newest, now }: Horizon): Verdict {
  const base = { limit: rules.limit, remaining: rules.limit - used, reset: Math.ceil(newest / 1000) };
  const retryAfter = Math.max(1, Math.ceil((oldest - now) / 1000));
  if (used > rules.blockAt) return { kind: 'blocked', headers: rateLimitHeaders({ ...base, retryAfter }) };
  if (used > rules.limit) {
    const share = (used - rules.limit) / Math.max(rules.blockAt - rules.limit, Number.EPSILON);
    const seconds = Math.min(1, share) * rules.longestDelaySeconds;
    return {
      kind: 'delayed',
      seconds,
      headers: rateLimitHeaders({ ...base, delaySeconds: seconds, retryAfter }),
    };
  }
  if (used >= rules.limit * FLAG_AT) return { kind: 'flagged', headers: rateLimitHeaders(base) };
  return { kind: 'free' };
}
